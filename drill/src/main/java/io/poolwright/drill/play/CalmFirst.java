package io.poolwright.drill.play;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Another drill after a time in which all is well, so that whoever wants to watch it with an eye of their own can open it. */
public final class CalmFirst implements Drill {
    private final Drill drill;
    private final Duration calm;

    public CalmFirst(Drill drill, Duration calm) {
        this.drill = Objects.requireNonNull(drill, "drill");
        this.calm = Objects.requireNonNull(calm, "calm");
    }

    @Override
    public String id() {
        return drill.id();
    }

    @Override
    public String title() {
        return drill.title();
    }

    @Override
    public Optional<String> expectedCause() {
        return drill.expectedCause();
    }

    @Override
    public double rate() {
        return drill.rate();
    }

    @Override
    public void prepare(Stage stage) {
        drill.prepare(stage);
    }

    @Override
    public void play(Stage stage) {
        stage.phase("calm", "customers come and are served; there are %d s to look around".formatted(calm.toSeconds()));
        stage.hold(calm);
        drill.play(stage);
    }
}
