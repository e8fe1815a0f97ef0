package io.poolwright.cli.simulate;

import io.poolwright.simulate.search.Conduct;
import io.poolwright.simulate.search.Progress;

/** What a long computation runs on: every processor, a meter when somebody looks, and an ear for Ctrl-C. */
final class Working implements AutoCloseable {
    private final Crew crew = new Crew(Math.max(1, Runtime.getRuntime().availableProcessors()));
    private final Meter meter = Meter.of(System.err);
    private final boolean progress;
    private final Halt halt;

    Working(boolean progress, Halt halt) {
        this.progress = progress;
        this.halt = halt;
    }

    Conduct conduct() {
        return new Conduct(crew, progress ? meter : Progress.SILENT, halt::goOn);
    }

    @Override
    public void close() {
        meter.end();
        crew.close();
    }
}
