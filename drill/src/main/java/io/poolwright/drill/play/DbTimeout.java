package io.poolwright.drill.play;

import io.poolwright.drill.RunningStack;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The outage of July 2023: a database timeout too short, shipped by a deployment.
 *
 * <p>About one customer in a hundred asks for something slow. The driver now gives up on it after 1 s, the database works on, and
 * the orphans fill its connections. Decoys: the deployment itself, a database that looks busy, and scaling out, which was
 * tried first and makes it worse.
 */
public final class DbTimeout implements Drill {
    static final String SOCKET_TIMEOUT = "spring.datasource.hikari.data-source-properties.socketTimeout";
    private static final int SLOW_PER_MILLE = 10;
    private static final Duration BASE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration SEE_THE_FAULT = Duration.ofSeconds(4);
    private static final Duration SEE_IT_WORSEN = Duration.ofSeconds(8);
    private static final Duration RECOVERY = Duration.ofSeconds(20);

    @Override
    public String id() {
        return "db-timeout";
    }

    @Override
    public String title() {
        return "Database timeout too short: orphaned statements fill the database";
    }

    @Override
    public Optional<String> expectedCause() {
        return Optional.of("socket-timeout-too-short");
    }

    @Override
    public double rate() {
        return 200;
    }

    @Override
    public void prepare(Stage stage) {
        stage.stack().behaviour(behaviour -> behaviour.withSlowPerMille(SLOW_PER_MILLE));
    }

    @Override
    public void play(Stage stage) {
        RunningStack stack = stage.stack();
        String before = stack.property(SOCKET_TIMEOUT);
        stage.phase("base", "200 customers a second, 1 in 100 asks for something slow; all is well");
        stage.hold(BASE);

        stage.phase("fault", "a release goes out to both instances, one after the other");
        stage.change("release %s rolls out; its configuration says socketTimeout=1 where it said %s"
                .formatted(stack.nextVersion(), before));
        stack.redeploy(Map.of(SOCKET_TIMEOUT, "1"), stack.nextVersion(), stage::onset);
        stage.hold(SEE_THE_FAULT);
        Optional<Proposal> proposal = stage.awaitCause(PATIENCE);

        stage.phase("wrong remedy", "servers look overloaded, so somebody scales out");
        stack.scaleOut();
        stage.misleading("a third instance is started; its pool takes the last database connections");
        stage.hold(SEE_IT_WORSEN);

        Optional<Proposal> accepted = proposal.filter(it -> it.parameter().equals("socketTimeout"))
                .filter(it -> !it.number().isEmpty())
                .filter(stage::consent);
        stage.phase("fix", accepted.isPresent() ? "the proposed change is deployed" : "the release is rolled back");
        String value = accepted.map(Proposal::number).orElse(before);
        stack.scaleIn();
        stack.redeploy(Map.of(SOCKET_TIMEOUT, value), stack.nextVersion());
        stage.fixed("socketTimeout is %s s on both instances, the third is gone".formatted(value));
        stage.awaitRecovery(RECOVERY);
    }
}
