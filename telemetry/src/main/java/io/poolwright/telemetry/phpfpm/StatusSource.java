package io.poolwright.telemetry.phpfpm;

import io.poolwright.telemetry.Plain;
import io.poolwright.telemetry.http.HttpPage;
import io.poolwright.telemetry.wire.Peer;
import java.io.IOException;
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
