package io.poolwright.telemetry.haproxy;

import io.poolwright.telemetry.wire.Exchange;
import io.poolwright.telemetry.wire.Peer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** HAProxy's runtime API: one line of commands for each connection. Source: HAProxy management guide, 9.3. */
final class RuntimeSocket implements StatsSource {
    private final Exchange exchange;
    private final byte[] commands;

    /** @param commands what is asked, several separated by semicolons; nothing but {@code show} is ever sent */
    RuntimeSocket(Peer peer, String commands, Duration deadline) {
        this.exchange = new Exchange(peer, deadline, MOST_BYTES);
        this.commands = (commands + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String name() {
        return exchange.peer().toString();
    }

    @Override
    public byte[] read() throws IOException {
        return exchange.ask(commands);
    }
}
