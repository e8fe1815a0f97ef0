package io.poolwright.telemetry.haproxy;

import io.poolwright.telemetry.Plain;
import io.poolwright.telemetry.http.HttpPage;
import io.poolwright.telemetry.wire.Peer;
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

    /** By its address: a page with {@code http(s)://…;csv}, else the runtime API at a socket's path or {@code host:port}. */
    static StatsSource at(String address, Duration deadline) {
        return address.startsWith("http://") || address.startsWith("https://")
                ? statsPage(URI.create(address), deadline)
                : runtimeApi(Peer.parse(address), deadline);
    }

    /** The runtime socket: {@code stats socket /path} in the section {@code global}; level {@code user} will do. */
    static StatsSource runtimeSocket(Path socket, Duration deadline) {
        return new RuntimeSocket(Peer.unix(socket), "show stat", deadline);
    }

    /** The runtime API on either kind of socket, asked for the process's own limits too: they precede the CSV. */
    static StatsSource runtimeApi(Peer peer, Duration deadline) {
        return new RuntimeSocket(peer, "show info;show stat", deadline);
    }

    /** The stats page as CSV: its address ends in {@code ;csv}. */
    static StatsSource statsPage(URI uri, Duration deadline) {
        return statsPage(new HttpPage(uri, deadline, MOST_BYTES));
    }

    /** The stats page as CSV, fetched as the page says. */
    static StatsSource statsPage(HttpPage page) {
        return new StatsSource() {
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
