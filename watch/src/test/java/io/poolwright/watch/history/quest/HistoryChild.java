package io.poolwright.watch.history.quest;

import io.poolwright.model.live.Measure;
import io.poolwright.model.live.Measures;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Tier;
import io.poolwright.watch.head.Point;
import io.poolwright.watch.history.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A process that writes to a history until it is killed, or until its disk is full and then is not any more. */
final class HistoryChild {
    static final int POOLS = 200;

    private HistoryChild() {}

    /** The folder, the first number that is written, and the file that fills the disk, if there is one. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        int number = Integer.parseInt(args[1]);
        Retention retention = Retention.usual().withReserve(0);
        if (args.length == 2) {
            try (QuestHistory history = QuestHistory.in(folder, retention, Clock.systemUTC())) {
                while (true) {
                    history.append(looks(number));
                    if (history.flush()) {
                        System.out.println(number);
                    }
                    number++;
                }
            }
        }
        try (QuestHistory history = QuestHistory.in(folder, retention.withWaiting(10_000), Clock.systemUTC())) {
            while (history.flush()) {
                history.append(looks(number++));
            }
            System.out.println("FULL " + history.health().lastError());
            for (int i = 0; i < 100; i++) {
                history.append(looks(number++));
                history.flush();
            }
            System.out.println("DROPPED " + history.health().dropped());
            Files.delete(Path.of(args[2]));
            history.flush();
            history.append(looks(number));
            System.out.println(
                    "AGAIN " + history.flush() + " " + history.health().waiting());
        }
    }

    static PoolId pool(int i) {
        return new PoolId("shop", "host-" + i, Tier.POOL, "main");
    }

    static Instant at(int number) {
        return Instant.parse("2026-11-21T10:00:00Z").plusSeconds(number);
    }

    private static List<Point> looks(int number) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < POOLS; i++) {
            double[] values = Measures.unknown();
            values[Measure.USED.ordinal()] = number;
            points.add(new Point(pool(i), at(number), Measures.owning(values)));
        }
        return points;
    }
}
