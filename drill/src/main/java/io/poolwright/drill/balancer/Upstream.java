package io.poolwright.drill.balancer;

import io.undertow.client.UndertowClient;
import io.undertow.server.handlers.proxy.ConnectionPoolManager;
import io.undertow.server.handlers.proxy.ProxyConnectionPool;
import java.net.URI;
import org.xnio.OptionMap;

/** One server of the embedded balancer: its kept connections, its counts, its state. */
final class Upstream {
    private final String name;
    private final ProxyConnectionPool connections;
    private final Counts counts = new Counts();
    private volatile ServerState state;

    Upstream(Server server) {
        this.name = server.name();
        this.state = server.enabled() ? ServerState.READY : ServerState.MAINT;
        this.connections = new ProxyConnectionPool(
                new Boundless(),
                URI.create("http://127.0.0.1:" + server.port()),
                UndertowClient.getInstance(),
                OptionMap.EMPTY);
    }

    String name() {
        return name;
    }

    ProxyConnectionPool connections() {
        return connections;
    }

    Counts counts() {
        return counts;
    }

    ServerState state() {
        return state;
    }

    void state(ServerState next) {
        state = next;
    }

    /** Limits of Undertow's own pool, out of the way: the slots in front of it are the limit, exactly. */
    private static final class Boundless implements ConnectionPoolManager {
        private static final int MANY = 10_000;
        private static final long IDLE_MILLIS = 30_000;

        @Override
        public int getMaxConnections() {
            return MANY;
        }

        @Override
        public int getMaxCachedConnections() {
            return MANY;
        }

        @Override
        public int getSMaxConnections() {
            return MANY;
        }

        @Override
        public long getTtl() {
            return IDLE_MILLIS;
        }

        @Override
        public int getMaxQueueSize() {
            return MANY;
        }

        @Override
        public int getProblemServerRetry() {
            return 1;
        }

        @Override
        public boolean isAvailable() {
            return true;
        }

        @Override
        public boolean handleError() {
            return false; // an operator decides who serves; a refused connection is tried on the next server
        }

        @Override
        public boolean clearError() {
            return true;
        }
    }
}
