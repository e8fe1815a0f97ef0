package io.poolwright.cli.watch;

import io.poolwright.cli.terminal.Style;
import io.poolwright.cli.terminal.Terminal;
import io.poolwright.cli.terminal.WatchJson;
import io.poolwright.cli.terminal.WatchNews;
import io.poolwright.cli.terminal.WatchScreen;
import io.poolwright.cli.terminal.WatchTable;
import io.poolwright.watch.ask.Collectors;
import io.poolwright.watch.eye.Eye;
import io.poolwright.watch.eye.Occurrence;
import io.poolwright.watch.eye.ServiceLook;
import io.poolwright.watch.eye.Tape;
import io.poolwright.watch.targets.Targets;
import io.poolwright.watch.view.Overview;
import io.poolwright.watch.view.PoolState;
import io.poolwright.watch.view.Views;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One watch in a terminal, from its first look to its last. */
public final class Watching {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    private Watching() {}

    /**
     * Watches until the time is up, and says with which code to leave.
     *
     * @param json one object a look instead of a screen
     * @param record folder in which to keep what is seen; empty to keep nothing
     */
    public static int of(Targets targets, boolean json, long seconds, Optional<Path> record) throws IOException {
        WatchScreen screen = screen(json, System.out);
        if (record.isEmpty()) {
            return of(targets, screen, Tape.NONE, seconds);
        }
        try (Recorder recorder = Recorder.in(record.get(), screen::tell)) {
            return of(targets, screen, recorder, seconds);
        }
    }

    private static int of(Targets targets, WatchScreen screen, Tape tape, long seconds) {
        try (Eye eye = new Eye(
                targets,
                new Collectors(System.getenv(), Clock.systemUTC()),
                point -> {},
                occurrence -> tell(screen, occurrence),
                tape,
                Clock.systemUTC())) {
            CountDownLatch over = new CountDownLatch(1);
            eye.start();
            Overview last = overview(eye, targets);
            for (long second = 0; second < seconds && !over.await(1, TimeUnit.SECONDS); second++) {
                last = overview(eye, targets);
                screen.draw(last);
            }
            return eye.looks().stream()
                            .anyMatch(look -> !look.state().troubles().isEmpty())
                    ? 1
                    : 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }

    private static WatchScreen screen(boolean json, PrintStream out) {
        if (json) {
            return new WatchJson(out);
        }
        boolean seen = Terminal.seen();
        Style style = Style.of(System.getenv(), seen);
        return seen && !"dumb".equals(System.getenv("TERM"))
                ? new WatchTable(out, style, Terminal.width(), Terminal.height(), ZoneId.systemDefault())
                : new WatchNews(out, style);
    }

    private static void tell(WatchScreen screen, Occurrence occurrence) {
        String what = occurrence.kind() == Occurrence.Kind.ALERT_ENDED
                ? "over: " + occurrence.title()
                : occurrence.text().startsWith(occurrence.title())
                        ? occurrence.text()
                        : occurrence.title() + ": " + occurrence.text();
        screen.tell("%s  %s: %s"
                .formatted(
                        CLOCK.format(occurrence.at()),
                        occurrence.service().isEmpty() ? "watch" : occurrence.service(),
                        what));
    }

    private static Overview overview(Eye eye, Targets targets) {
        List<ServiceLook> looks = eye.looks();
        List<PoolState> pools =
                looks.stream().flatMap(look -> look.pools().stream()).toList();
        return Views.overview(
                Clock.systemUTC().instant(),
                targets.environment(),
                pools,
                looks.stream().map(ServiceLook::state).toList());
    }
}
