package io.poolwright.telemetry.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;

/**
 * A page that is fetched again and again with HTTP GET, over a new connection each time, so that a server that accepts
 * nobody any more is seen.
 *
 * <p>A plain socket: no threads, no connection pool of its own. Source: RFC 9112 (HTTP/1.1). Plain http only, and no
 * redirects.
 */
public final class HttpPage {
    private static final int FIRST_BUFFER = 16 * 1024;

    private final URI uri;
    private final String host;
    private final int port;
    private final byte[] request;
    private final Duration deadline;
    private final int mostBytes;
    /** How long the answer was last time (bytes): the next one is about as long. */
    private volatile int lastLength;

    /**
     * @param uri {@code http://host[:port]/path}
     * @param deadline longest a fetch takes in all, from connecting to the last byte
     * @param mostBytes longest answer accepted, in bytes
     */
    public HttpPage(URI uri, Duration deadline, int mostBytes) {
        this.uri = uri;
        if (!"http".equals(uri.getScheme()) || uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "found '%s'; accepted: a plain HTTP address; write: http://localhost:8080/metrics".formatted(uri));
        }
        this.host = uri.getHost();
        this.port = uri.getPort() < 0 ? 80 : uri.getPort();
        this.request = request(uri).getBytes(StandardCharsets.US_ASCII);
        this.deadline = deadline;
        this.mostBytes = mostBytes;
    }

    /** The body of the page; throws an {@link IOException} that says in words why there is none. */
    public byte[] fetch() throws IOException {
        long giveUp = System.nanoTime() + deadline.toNanos();
        try (Socket socket = new Socket()) {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(host, port), millisUntil(giveUp));
            socket.getOutputStream().write(request);
            return body(socket, giveUp);
        } catch (UnknownHostException e) {
            throw new IOException("host '%s' is not known".formatted(host), e);
        } catch (SocketTimeoutException e) {
            throw new IOException("no answer within %d ms".formatted(deadline.toMillis()), e);
        }
    }

    /** Where the page is. */
    public URI uri() {
        return uri;
    }

    /** Where the page is, for people: without a name and password that stand in it. */
    public String where() {
        return "%s://%s%s"
                .formatted(
                        uri.getScheme(),
                        uri.getPort() < 0 ? host : host + ":" + port,
                        uri.getRawPath() == null ? "" : uri.getRawPath());
    }

    private byte[] body(Socket socket, long giveUp) throws IOException {
        int expected = lastLength;
        byte[] buffer = new byte[Math.min(Math.max(FIRST_BUFFER, expected + expected / 16), mostBytes)];
        int length = 0;
        while (true) {
            socket.setSoTimeout(millisUntil(giveUp));
            int read = socket.getInputStream().read(buffer, length, buffer.length - length);
            if (read < 0) {
                lastLength = length;
                return HttpAnswer.body(buffer, length);
            }
            length += read;
            if (length == buffer.length) {
                if (length >= mostBytes) {
                    throw new IOException("answer is longer than %d bytes".formatted(mostBytes));
                }
                buffer = Arrays.copyOf(buffer, (int) Math.min(mostBytes, buffer.length * 2L));
            }
        }
    }

    private static int millisUntil(long giveUp) throws SocketTimeoutException {
        long left = (giveUp - System.nanoTime()) / 1_000_000;
        if (left < 1) {
            throw new SocketTimeoutException("deadline");
        }
        return (int) Math.min(left, Integer.MAX_VALUE);
    }

    private static String request(URI uri) {
        String path = Objects.requireNonNullElse(uri.getRawPath(), "");
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return "GET %s%s HTTP/1.1\r\nHost: %s\r\nUser-Agent: poolwright\r\nAccept: text/plain\r\nConnection: close\r\n\r\n"
                .formatted(path.isEmpty() ? "/" : path, query, uri.getRawAuthority());
    }
}
