package io.poolwright.server;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where the server listens.
 *
 * @param host an address of this machine
 * @param port 0 lets the system choose one
 */
public record ListenAddress(InetAddress host, int port) {
    /** Reached from this machine only, until somebody decides otherwise. */
    static final String USUAL = "127.0.0.1:8610";

    private static final int HIGHEST_PORT = 65_535;

    static ListenAddress parse(String text) {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? "" : text.substring(0, colon);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        if (bracketed) {
            host = host.substring(1, host.length() - 1);
        }
        if (host.isEmpty() || (!bracketed && host.indexOf(':') >= 0)) {
            throw refused(text);
        }
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            if (port < 0 || port > HIGHEST_PORT) {
                throw refused(text);
            }
            return new ListenAddress(InetAddress.getByName(host), port);
        } catch (NumberFormatException e) {
            throw refused(text);
        } catch (UnknownHostException e) {
            throw new RefusedSettingException(
                    "--listen %s: the host is not known here; write: --listen %s".formatted(text, USUAL));
        }
    }

    /** The host as it stands in an address on the web. */
    String hostText() {
        String text = host.getHostAddress();
        return text.indexOf(':') >= 0 ? "[" + text + "]" : text;
    }

    private static RefusedSettingException refused(String text) {
        return new RefusedSettingException(
                "--listen: found '%s'; accepted: HOST:PORT with a port from 0 to 65535; write: --listen %s"
                        .formatted(text, USUAL));
    }
}
