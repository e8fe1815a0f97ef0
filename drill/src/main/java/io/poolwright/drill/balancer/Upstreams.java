package io.poolwright.drill.balancer;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.proxy.ProxyCallback;
import io.undertow.server.handlers.proxy.ProxyClient;
import io.undertow.server.handlers.proxy.ProxyConnection;
import io.undertow.util.AttachmentKey;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Who answers a request: the next server in turn with a free slot, or after a wait in line the first that has one. Each
 * step of one request runs on that request's own I/O thread.
 */
final class Upstreams implements ProxyClient {
    private static final ProxyTarget ANY = new ProxyTarget() {};
    private static final AttachmentKey<Visit> VISIT = AttachmentKey.create(Visit.class);

    private final Map<String, Upstream> upstreams = new LinkedHashMap<>();
    private final SlotQueue<Visit> slots = new SlotQueue<>();
    private final Counts backend = new Counts();
    private final Duration queueTimeout;

    Upstreams(BalancerSettings settings) {
        this.queueTimeout = settings.queueTimeout();
        for (Server server : settings.servers()) {
            upstreams.put(server.name(), new Upstream(server));
            slots.set(server.name(), settings.maxconn(), server.enabled());
        }
    }

    /** Changes a server's limit or state, or both; what is empty stays. */
    synchronized void change(String server, Optional<Integer> maxconn, Optional<ServerState> state) {
        Upstream upstream = upstream(server);
        state.ifPresent(upstream::state);
        serve(slots.set(server, maxconn.orElseGet(() -> slots.max(server)), upstream.state() == ServerState.READY));
    }

    List<Upstream> all() {
        return List.copyOf(upstreams.values());
    }

    SlotQueue<Visit> slots() {
        return slots;
    }

    Counts backend() {
        return backend;
    }

    @Override
    public ProxyTarget findTarget(HttpServerExchange exchange) {
        return ANY;
    }

    @Override
    public void getConnection(
            ProxyTarget target,
            HttpServerExchange exchange,
            ProxyCallback<ProxyConnection> callback,
            long timeout,
            TimeUnit unit) {
        Visit visit = exchange.getAttachment(VISIT);
        if (visit == null) {
            visit = new Visit(exchange);
            exchange.putAttachment(VISIT, visit);
            Visit added = visit;
            exchange.addExchangeCompleteListener((done, next) -> {
                ended(added);
                next.proceed();
            });
        }
        visit.callback = callback;
        visit.asked = System.nanoTime();
        Visit asking = visit;
        Optional<String> server = slots.take(visit);
        if (server.isPresent()) {
            connect(visit, upstream(server.get()));
        } else {
            exchange.getIoThread().executeAfter(() -> giveUp(asking), queueTimeout.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void giveUp(Visit visit) {
        if (slots.leave(visit)) {
            backend.connectErrors.increment();
            callback(visit).couldNotResolveBackend(visit.exchange);
        }
    }

    private void serve(List<SlotQueue.Granted<Visit>> granted) {
        for (SlotQueue.Granted<Visit> grant : granted) {
            Visit visit = grant.request();
            visit.exchange.getIoThread().execute(() -> connect(visit, upstream(grant.server())));
        }
    }

    private void connect(Visit visit, Upstream upstream) {
        long queued = System.nanoTime() - visit.asked;
        visit.upstream = upstream;
        for (Counts counts : List.of(backend, upstream.counts())) {
            counts.sessions.increment();
            counts.queueTime.add(queued);
        }
        upstream.connections()
                .connect(ANY, visit.exchange, new Connected(visit, upstream), -1, TimeUnit.MILLISECONDS, false);
    }

    private void connected(Visit visit, Upstream upstream) {
        long sent = System.nanoTime();
        visit.exchange.addResponseCommitListener(answered -> {
            long took = System.nanoTime() - sent;
            backend.responseTime.add(took);
            upstream.counts().responseTime.add(took);
        });
    }

    /** The connection failed: the slot is free again, and the request may try the next server. */
    private void failed(Visit visit, Upstream upstream) {
        release(visit);
        for (Counts counts : List.of(backend, upstream.counts())) {
            counts.connectErrors.increment();
            counts.retries.increment();
        }
    }

    private void ended(Visit visit) {
        Upstream upstream = visit.upstream;
        if (visit.exchange.getStatusCode() >= 500) {
            backend.serverErrors.increment();
            if (upstream != null) {
                upstream.counts().serverErrors.increment();
            }
        }
        release(visit);
    }

    private void release(Visit visit) {
        Upstream upstream = visit.upstream;
        if (upstream != null) {
            visit.upstream = null;
            serve(slots.free(upstream.name()));
        }
    }

    private Upstream upstream(String name) {
        Upstream upstream = upstreams.get(name);
        if (upstream == null) {
            throw new IllegalArgumentException("no server " + name);
        }
        return upstream;
    }

    private static ProxyCallback<ProxyConnection> callback(Visit visit) {
        ProxyCallback<ProxyConnection> callback = visit.callback;
        if (callback == null) {
            throw new IllegalStateException("a request that never asked for a server");
        }
        return callback;
    }

    /** One request on its way through. */
    static final class Visit {
        private final HttpServerExchange exchange;
        private @Nullable ProxyCallback<ProxyConnection> callback;
        private @Nullable Upstream upstream; // whose slot it holds
        private long asked; // System.nanoTime

        private Visit(HttpServerExchange exchange) {
            this.exchange = exchange;
        }
    }

    /** What the connection pool calls back. */
    private final class Connected implements ProxyCallback<ProxyConnection> {
        private final Visit visit;
        private final Upstream upstream;

        Connected(Visit visit, Upstream upstream) {
            this.visit = visit;
            this.upstream = upstream;
        }

        @Override
        public void completed(HttpServerExchange exchange, ProxyConnection connection) {
            connected(visit, upstream);
            callback(visit).completed(exchange, connection);
        }

        @Override
        public void failed(HttpServerExchange exchange) {
            Upstreams.this.failed(visit, upstream);
            callback(visit).failed(exchange);
        }

        @Override
        public void couldNotResolveBackend(HttpServerExchange exchange) {
            Upstreams.this.failed(visit, upstream);
            callback(visit).failed(exchange);
        }

        @Override
        public void queuedRequestFailed(HttpServerExchange exchange) {
            Upstreams.this.failed(visit, upstream);
            callback(visit).failed(exchange);
        }
    }
}
