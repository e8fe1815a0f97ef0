package io.poolwright.bench;

import io.poolwright.model.live.PoolId;
import io.poolwright.watch.ask.Collectors;
import io.poolwright.watch.eye.Eye;
import io.poolwright.watch.head.Accepted;
import io.poolwright.watch.head.Head;
import io.poolwright.watch.head.HeadLimits;
import io.poolwright.watch.head.Point;
import io.poolwright.watch.history.Retention;
import io.poolwright.watch.history.quest.QuestHistory;
import io.poolwright.watch.targets.Target;
import io.poolwright.watch.targets.TargetKind;
import io.poolwright.watch.targets.Targets;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * A watch without a screen: looks at targets once a second, keeps a quarter of an hour in memory and the rest in a folder.
 * For every line on standard input it prints one of figures, and ends when there is none any more.
 */
public final class WatchSubject {
    private static final int COPIES_OF_A_SERVICE = 10;
    private static final int QUESTIONS = 200;

    private WatchSubject() {}

    /** The folder of the history, how many minutes are kept in memory, and the ports of the targets. */
    public static void main(String[] args) throws IOException {
        Head head = new Head(HeadLimits.usual().withKept(Duration.ofMinutes(Long.parseLong(args[1]))));
        List<Target> targets = new ArrayList<>();
        for (int i = 2; i < args.length; i++) {
            targets.add(Target.at(
                    "target-" + i,
                    TargetKind.PROMETHEUS,
                    "service-" + i / COPIES_OF_A_SERVICE,
                    "http://127.0.0.1:%s/metrics".formatted(args[i]),
                    Duration.ofSeconds(1)));
        }
        BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (QuestHistory history = QuestHistory.in(Path.of(args[0]), Retention.usual(), Clock.systemUTC());
                Eye eye = new Eye(
                        Targets.of("bench", targets),
                        new Collectors(Map.of(), Clock.systemUTC()),
                        point -> {
                            if (head.append(point) == Accepted.KEPT) {
                                history.append(List.of(point));
                            }
                        },
                        occurrence -> {},
                        Clock.systemUTC())) {
            eye.start();
            while (asked.readLine() != null) {
                System.out.println(figures(eye, head, history));
            }
        }
    }

    private static String figures(Eye eye, Head head, QuestHistory history) {
        List<Point> latest = head.latest();
        double[] latestMillis = timed(i -> head.latest().size());
        double[] rangeMillis = timed(i -> {
            PoolId pool = latest.get(i * 31 % latest.size()).pool();
            return head.range(pool, Instant.MIN, Instant.MAX).size();
        });
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long silent = eye.targetStates().stream().filter(it -> !it.answering()).count();
        return String.format(
                Locale.ROOT,
                "points=%d late=%d pools=%d headBytes=%d heap=%d rounds=%d skipped=%d silent=%d written=%d dropped=%d waiting=%d latestP99=%.3f rangeP50=%.3f rangeP99=%.3f error=%s",
                head.health().points(),
                head.health().late(),
                latest.size(),
                head.health().bytes(),
                runtime.totalMemory() - runtime.freeMemory(),
                eye.counts()[0],
                eye.counts()[1],
                silent,
                history.health().written(),
                history.health().dropped(),
                history.health().waiting(),
                at(latestMillis, 0.99),
                at(rangeMillis, 0.5),
                at(rangeMillis, 0.99),
                history.health().lastError().replace(' ', '_'));
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) (sorted.length * share)];
    }

    /** Milliseconds, sorted. */
    private static double[] timed(IntUnaryOperator question) {
        double[] millis = new double[QUESTIONS];
        int sum = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            long before = System.nanoTime();
            sum += question.applyAsInt(i);
            millis[i] = (System.nanoTime() - before) / 1e6;
        }
        if (sum < 0) {
            throw new IllegalStateException("nothing was read");
        }
        Arrays.sort(millis);
        return millis;
    }
}
