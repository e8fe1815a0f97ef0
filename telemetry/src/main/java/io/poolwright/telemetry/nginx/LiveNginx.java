package io.poolwright.telemetry.nginx;

import io.poolwright.model.Answer;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Seen;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.Collector;
import io.poolwright.telemetry.Owner;
import io.poolwright.telemetry.Plain;
import io.poolwright.telemetry.http.HttpPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An nginx's connections from its clients, from the page of {@code stub_status}. Of its connections to other servers that
 * page says nothing; the access log does.
 *
 * <p>Source: nginx documentation, ngx_http_stub_status_module; read on 1.22.1.
 */
public final class LiveNginx implements Collector<Seen> {
    /** Longest page accepted, in bytes; it has about a hundred. */
    public static final int MOST_BYTES = 4096;

    private static final String MAX_IN_FILE =
            "the page does not tell it: it is worker_processes × worker_connections of nginx.conf, connections to upstreams included";
    private static final String BACKLOG =
            "connections that no worker has accepted wait in the kernel's backlog, which nginx does not count";

    private final Owner owner;
    private final HttpPage page;

    /** @param page the page of {@code stub_status}, fetched with at most {@link #MOST_BYTES} */
    public LiveNginx(Owner owner, HttpPage page) {
        this.owner = owner;
        this.page = page;
    }

    @Override
    public Answer<Seen> collect() {
        try {
            return Answer.of(seen(new String(page.fetch(), StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            return Answer.silent("nginx %s: %s".formatted(Plain.address(page.uri()), Plain.reason(e)));
        }
    }

    private Seen seen(String text) throws IOException {
        StubStatus status = StubStatus.parse(text);
        return Seen.of(List.of(Reading.of(owner.pool(Tier.FRONTEND, "nginx"))
                .set(Signal.USED, status.active())
                .set(Signal.BORROWS, status.requests())
                .set(Signal.REFUSED, status.accepts() - status.handled())
                .because(Signal.MAX, MAX_IN_FILE)
                .because(Signal.PENDING, BACKLOG)
                .build()));
    }
}
