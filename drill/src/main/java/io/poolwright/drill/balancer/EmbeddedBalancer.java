package io.poolwright.drill.balancer;

import io.poolwright.drill.stack.HttpCall;
import io.poolwright.drill.stack.JavaProcess;
import io.poolwright.drill.stack.Keeper;
import io.poolwright.drill.stack.KeptProcess;
import io.poolwright.drill.stack.Role;
import io.poolwright.drill.stack.StackFailedException;
import io.poolwright.drill.stack.Waiting;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A balancer of our own in a Java process, for machines without HAProxy; steered through its admin port. */
public final class EmbeddedBalancer implements Balancer {
    private static final int HEAP_MIB = 128;
    private static final Duration QUEUE_TIMEOUT = Duration.ofSeconds(1);

    private final BalancerSettings settings;
    private final Path config;
    private final URI admin;

    private EmbeddedBalancer(BalancerSettings settings, Path config) {
        this.settings = settings;
        this.config = config;
        this.admin = URI.create("http://127.0.0.1:" + settings.adminPort());
    }

    /**
     * Starts it.
     *
     * @param folder where its configuration and its log go
     * @param adminPort TCP port for statistics and orders
     * @param maxconn requests that one server is sent at once
     */
    public static EmbeddedBalancer start(
            Keeper keeper, Path folder, int port, int adminPort, int maxconn, List<Server> servers) throws IOException {
        Files.createDirectories(folder);
        Path config = folder.resolve("balancer.properties").toAbsolutePath();
        Path log = folder.resolve("balancer.log");
        BalancerSettings settings = new BalancerSettings(port, adminPort, QUEUE_TIMEOUT, maxconn, servers);
        settings.file().write(config);
        ProcessBuilder builder =
                JavaProcess.of(BalancerMain.class, HEAP_MIB, List.of(), log, List.of(config.toString()));
        KeptProcess process = keeper.start(Role.BALANCER, "balancer", builder);
        EmbeddedBalancer balancer = new EmbeddedBalancer(settings, config);
        boolean up = Waiting.until(() -> !process.alive() || balancer.answers(), Duration.ofSeconds(10));
        if (!up || !process.alive()) {
            throw new StackFailedException("the embedded balancer did not start: see " + log);
        }
        return balancer;
    }

    @Override
    public String product() {
        return "embedded";
    }

    @Override
    public int port() {
        return settings.port();
    }

    @Override
    public StatsSource statsSource() {
        return new StatsSource.Http(admin.resolve("/stats;csv"));
    }

    @Override
    public Path configFile() {
        return config;
    }

    @Override
    public void limit(String server, int maxconn) {
        order(server, "maxconn=" + maxconn);
    }

    @Override
    public int limit(String server) {
        return Integer.parseInt(field(server, "slim"));
    }

    @Override
    public void ready(String server) {
        order(server, "state=ready");
    }

    @Override
    public void drain(String server) {
        order(server, "state=drain");
    }

    @Override
    public void maint(String server) {
        order(server, "state=maint");
    }

    @Override
    public int inFlight(String server) {
        return Integer.parseInt(field(server, "scur"));
    }

    @Override
    public List<String> statistics() {
        return csv().lines().toList();
    }

    private void order(String server, String query) {
        HttpCall.order(admin.resolve("/servers/%s?%s".formatted(server, query)));
    }

    private String field(String server, String column) {
        return new StatsTable(csv())
                .server(server, column)
                .orElseThrow(() -> new StackFailedException("the balancer knows no server " + server));
    }

    private String csv() {
        try {
            return HttpCall.get(admin.resolve("/stats;csv")).body();
        } catch (IOException e) {
            throw new StackFailedException("the embedded balancer does not answer on " + admin, e);
        }
    }

    private boolean answers() {
        try {
            return HttpCall.get(admin.resolve("/stats;csv")).status() == 200;
        } catch (IOException e) {
            return false; // not yet, which is an answer
        }
    }
}
