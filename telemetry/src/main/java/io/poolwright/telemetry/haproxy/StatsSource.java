package io.poolwright.telemetry.haproxy;

import io.poolwright.telemetry.http.HttpPage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Where the CSV of {@code show stat} comes from. */
public interface StatsSource {
    /** Longest CSV accepted, in bytes: about ten thousand servers. */
    int MOST_BYTES = 8 << 20;

    /** The CSV as it is now; throws an {@link IOException} that says in words why there is none. */
    byte[] read() throws IOException;

    /** Its name for people. */
    String name();

    /** The runtime socket: {@code stats socket /path} in the section {@code global}; level {@code user} will do. */
    static StatsSource runtimeSocket(Path socket, Duration deadline) {
        return new RuntimeSocket(socket, deadline);
    }

    /** The stats page as CSV: its address ends in {@code ;csv}. */
    static StatsSource statsPage(URI uri, Duration deadline) {
        HttpPage page = new HttpPage(uri, deadline, MOST_BYTES);
        return new StatsSource() {
            @Override
            public byte[] read() throws IOException {
                return page.fetch();
            }

            @Override
            public String name() {
                return uri.toString();
            }
        };
    }
}
