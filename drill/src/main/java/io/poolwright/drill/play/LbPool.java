package io.poolwright.drill.play;

import io.poolwright.drill.Instance;
import io.poolwright.drill.RunningStack;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The outage of May 2023: the load balancer keeps too few connections to its servers.
 *
 * <p>Customers queue at the edge and are turned away while application and database idle. Decoys: a release that went to
 * one instance shortly before, and the database, which was tuned in vain for hours.
 */
public final class LbPool implements Drill {
    private static final int TOO_FEW = 2;
    private static final Duration BASE = Duration.ofSeconds(8);
    private static final Duration AFTER_THE_RELEASE = Duration.ofSeconds(8);
    private static final Duration SEE_THE_FAULT = Duration.ofSeconds(6);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration SEE_IT_FAIL = Duration.ofSeconds(6);
    private static final Duration RECOVERY = Duration.ofSeconds(20);

    @Override
    public String id() {
        return "lb-pool";
    }

    @Override
    public String title() {
        return "Load balancer's connection pool too small: the edge queues, everything behind it idles";
    }

    @Override
    public Optional<String> expectedCause() {
        return Optional.of("lb-pool-too-small");
    }

    @Override
    public double rate() {
        return 200;
    }

    @Override
    public void play(Stage stage) {
        RunningStack stack = stage.stack();
        List<String> servers = stack.instances().stream().map(Instance::name).toList();
        int before = stack.balancer().limit(servers.get(0));
        stage.phase("base", "200 customers a second; all is well");
        stage.hold(BASE);
        String last = servers.get(servers.size() - 1);
        stage.change("release %s goes to %s as a canary; it is harmless".formatted(stack.nextVersion(), last));
        stack.canary(last, stack.nextVersion());
        stage.hold(AFTER_THE_RELEASE);

        stage.phase("fault", "somebody tidies up the load balancer");
        stage.change("maxconn of each server is set from %d to %d".formatted(before, TOO_FEW));
        servers.forEach(server -> stack.balancer().limit(server, TOO_FEW));
        stage.onset();
        stage.hold(SEE_THE_FAULT);
        Optional<Proposal> proposal = stage.awaitCause(PATIENCE);

        stage.phase("wrong remedy", "responses are slow, so somebody tunes the database");
        tuneTheDatabase(stack);
        stage.misleading(
                "statistics are refreshed and an index is added; the database was idle before and is idle now");
        stage.hold(SEE_IT_FAIL);

        Optional<Proposal> accepted = proposal.filter(it -> it.parameter().equals("maxconn"))
                .filter(it -> !it.number().isEmpty())
                .filter(stage::consent);
        stage.phase("fix", accepted.isPresent() ? "the proposed change is made" : "the change is taken back");
        int value = accepted.map(it -> Integer.parseInt(it.number())).orElse(before);
        servers.forEach(server -> stack.balancer().limit(server, value));
        stage.fixed("maxconn is %d for each server".formatted(value));
        stage.awaitRecovery(RECOVERY);
    }

    private static void tuneTheDatabase(RunningStack stack) {
        try (Statement statement = stack.superuser().createStatement()) {
            statement.execute("CREATE INDEX IF NOT EXISTS orders_tuned ON orders (created)");
            statement.execute("ANALYZE orders");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot tune the database: " + e.getMessage(), e);
        }
    }
}
