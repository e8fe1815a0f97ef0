package io.poolwright.telemetry.phpfpm;

import io.poolwright.telemetry.Plain;
import io.poolwright.telemetry.http.HttpPage;
import io.poolwright.telemetry.wire.Peer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** Where the status of a pool comes from, as JSON. */
public interface StatusSource {
    /** Longest status accepted, in bytes; it has some five hundred without its processes. */
    int MOST_BYTES = 1 << 16;

    /** The status as it is now; throws an {@link IOException} that says in words why there is none. */
    byte[] read() throws IOException;

    /** Its name for people. */
    String name();

    /**
     * By its address: {@code fcgi://host:port/status}, {@code unix:/run/php/fpm.sock:/status}, or a page
     * {@code http(s)://…?json}.
     */
    static StatusSource at(String address, Duration deadline) {
        if (address.startsWith("http://") || address.startsWith("https://")) {
            return page(new HttpPage(URI.create(address), deadline, MOST_BYTES));
        }
        boolean tcp = address.startsWith("fcgi://");
        String rest = tcp ? address.substring("fcgi://".length()) : address;
        int path = tcp ? rest.indexOf('/') : rest.lastIndexOf(":/");
        if (path < 1 || (!tcp && !rest.substring(0, path).contains("/"))) {
            throw new IllegalArgumentException(
                    "found '%s'; accepted: a pool's socket and its status path; write: fcgi://localhost:9000/status or unix:/run/php/fpm.sock:/status"
                            .formatted(Plain.text(address)));
        }
        return fastCgi(Peer.parse(rest.substring(0, path)), rest.substring(tcp ? path : path + 1), deadline);
    }

    /**
     * The pool's own socket, {@code listen} or better {@code pm.status_listen}: that one answers when every child is busy.
     *
     * @param path {@code pm.status_path}
     */
    static StatusSource fastCgi(Peer peer, String path, Duration deadline) {
        return new FastCgi(peer, path, deadline);
    }

    /** A page of the web server in front, whose address ends in {@code ?json}. */
    static StatusSource page(HttpPage page) {
        return new StatusSource() {
            @Override
            public byte[] read() throws IOException {
                return page.fetch();
            }

            @Override
            public String name() {
                return Plain.address(page.uri());
            }
        };
    }
}
