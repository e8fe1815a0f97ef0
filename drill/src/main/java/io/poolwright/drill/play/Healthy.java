package io.poolwright.drill.play;

import java.time.Duration;
import java.util.Optional;

/** The control: the same stack and customers, and nothing is broken. No alert may fire. */
public final class Healthy implements Drill {
    private final Duration time;

    /** A control of that length. */
    public Healthy(Duration time) {
        this.time = time;
    }

    @Override
    public String id() {
        return "healthy";
    }

    @Override
    public String title() {
        return "Control: nothing is broken";
    }

    @Override
    public Optional<String> expectedCause() {
        return Optional.empty();
    }

    @Override
    public double rate() {
        return 200;
    }

    @Override
    public void play(Stage stage) {
        stage.phase("base", "200 customers a second for %d s; no alert may fire".formatted(time.toSeconds()));
        stage.hold(time);
    }
}
