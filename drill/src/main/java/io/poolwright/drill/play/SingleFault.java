package io.poolwright.drill.play;

import io.poolwright.drill.faults.Fault;
import java.time.Duration;
import java.util.Optional;

/** One fault alone: a base, the fault, its revert. */
public final class SingleFault implements Drill {
    private static final Duration BASE = Duration.ofSeconds(11);
    private static final Duration SEE_THE_FAULT = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofSeconds(14);
    private static final Duration RECOVERY = Duration.ofSeconds(25);

    private final Fault fault;

    /** A drill of that fault. */
    public SingleFault(Fault fault) {
        this.fault = fault;
    }

    @Override
    public String id() {
        return fault.id();
    }

    @Override
    public String title() {
        return fault.title();
    }

    @Override
    public Optional<String> expectedCause() {
        return Optional.of(fault.expectedCause());
    }

    @Override
    public double rate() {
        return fault.rate();
    }

    @Override
    public void prepare(Stage stage) {
        fault.prepare(stage.stack(), stage.load());
    }

    @Override
    public void play(Stage stage) {
        stage.phase("base", "%.0f customers a second; all is well".formatted(rate()));
        stage.hold(BASE);
        stage.phase("fault", fault.title());
        fault.apply(stage.stack(), stage.load(), stage::onset);
        stage.hold(SEE_THE_FAULT);
        stage.awaitCause(PATIENCE);
        stage.diagnosis();
        stage.phase("fix", "the fault is taken back");
        fault.revert(stage.stack(), stage.load());
        stage.fixed("the fault is taken back");
        stage.awaitRecovery(RECOVERY);
    }
}
