package io.poolwright.cli.run;

import io.poolwright.cli.report.Moment;
import io.poolwright.cli.terminal.Screen;
import io.poolwright.detect.Alert;
import io.poolwright.detect.Frame;
import io.poolwright.diagnose.Chronicle;
import io.poolwright.diagnose.Diagnosis;
import io.poolwright.diagnose.Diagnostician;
import io.poolwright.diagnose.Remedy;
import io.poolwright.model.Tick;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Looks at the stack once a second, records it, diagnoses it, shows it. It survives the outage that it looks at. */
final class Observation implements AutoCloseable {
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "poolwright-observe");
        thread.setDaemon(true);
        return thread;
    });
    private final Supplier<Tick> looks;
    private final Consumer<Tick> recording;
    private final Diagnostician diagnostician;
    private final Board board;
    private final Logbook logbook;
    private final Screen screen;
    private final Chronicle chronicle = new Chronicle();
    private final List<Frame> frames = new ArrayList<>();
    private final Set<String> told = new HashSet<>();

    Observation(
            Supplier<Tick> looks,
            Consumer<Tick> recording,
            Diagnostician diagnostician,
            Board board,
            Logbook logbook,
            Screen screen) {
        this.looks = looks;
        this.recording = recording;
        this.diagnostician = diagnostician;
        this.board = board;
        this.logbook = logbook;
        this.screen = screen;
    }

    void start() {
        var ignored = pace.scheduleAtFixedRate(this::look, 0, 1, TimeUnit.SECONDS);
    }

    private synchronized void look() {
        try {
            Tick tick = looks.get();
            recording.accept(tick);
            Diagnosis diagnosis = diagnostician.take(tick);
            chronicle.note(diagnosis);
            diagnostician.latest().ifPresent(frame -> {
                frames.add(frame);
                screen.look(frame, board.latestCustomers());
            });
            tell(diagnosis);
            board.post(diagnosis);
        } catch (RuntimeException e) {
            board.post(e);
        }
    }

    private void tell(Diagnosis diagnosis) {
        for (Alert alert : diagnosis.alerts()) {
            if (told.add(alert.detector() + alert.firedAt())) {
                screen.moment(logbook.note(alert.firedAt(), Moment.Kind.ALERT, alert.title() + ": " + alert.text()));
            }
        }
        diagnosis.rootCause().ifPresent(cause -> {
            if (told.add(cause.id() + cause.namedAt())) {
                String change = cause.remedy().map(Observation::change).orElse("");
                screen.moment(logbook.note(cause.namedAt(), Moment.Kind.CAUSE, cause.title() + change));
            }
        });
    }

    private static String change(Remedy remedy) {
        return ": %s is %s, set it to %s".formatted(remedy.parameter(), remedy.current(), remedy.suggested());
    }

    synchronized Chronicle chronicle() {
        return chronicle;
    }

    synchronized List<Frame> frames() {
        return List.copyOf(frames);
    }

    @Override
    public void close() {
        stop();
    }

    /** Looks no more; what was seen stays. */
    void stop() {
        pace.shutdown();
        try {
            if (!pace.awaitTermination(5, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a look did not end within 5 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
