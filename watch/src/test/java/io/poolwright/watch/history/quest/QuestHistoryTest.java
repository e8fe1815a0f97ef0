package io.poolwright.watch.history.quest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.poolwright.model.Answer;
import io.poolwright.model.live.Measure;
import io.poolwright.model.live.Measures;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Tier;
import io.poolwright.testkit.ManualClock;
import io.poolwright.watch.head.Point;
import io.poolwright.watch.history.Retention;
import io.poolwright.watch.history.Top;
import io.poolwright.watch.history.Trend;
import io.questdb.griffin.SqlException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QuestHistoryTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final PoolId ORDERS = new PoolId("shop", "host:8080", Tier.POOL, "it's \"orders\"");
    private static final PoolId STOCK = new PoolId("shop", "", Tier.HTTP_CLIENT, "stock");
    private static final Set<Measure> ALL = EnumSet.allOf(Measure.class);

    @TempDir
    Path folder;

    private final Clock clock = Clock.fixed(START.plusSeconds(3600), ZoneOffset.UTC);

    @Test
    void whatWasWrittenIsReadBackAndUnknownStaysUnknown() {
        try (QuestHistory history = open(Retention.usual())) {
            history.append(List.of(
                    point(ORDERS, 0, 3, 0.25), point(ORDERS, 1, Double.NaN, 0.5), point(STOCK, 1, 9, Double.NaN)));
            assertThat(history.flush()).isTrue();

            Trend trend = range(history, ORDERS, Duration.ofSeconds(1));
            assertThat(trend.atMillis()).containsExactly(millis(0), millis(1));
            assertThat(trend.mean(Measure.USED)).containsExactly(3, Double.NaN);
            assertThat(trend.mean(Measure.WAIT_MEAN)).containsExactly(0.25, 0.5);
            assertThat(trend.mean(Measure.MAX)).containsExactly(Double.NaN, Double.NaN);
            assertThat(history.health().written()).isEqualTo(3);
            assertThat(history.health().pools()).isEqualTo(2);
            assertThat(history.health().working()).isTrue();
        }
    }

    @Test
    void onlyTheMeasuresThatWereAskedForAreGiven() {
        try (QuestHistory history = open(Retention.usual())) {
            history.append(List.of(point(ORDERS, 0, 3, 0.25)));
            history.flush();

            Trend trend = answered(history.range(
                    ORDERS, EnumSet.of(Measure.WAIT_MEAN), START, START.plusSeconds(5), Duration.ofSeconds(1)));
            assertThat(trend.mean(Measure.WAIT_MEAN)).containsExactly(0.25);
            assertThat(trend.mean(Measure.USED)).containsExactly(Double.NaN);
        }
    }

    @Test
    void aPoolThatNobodySawHasNoPoints() {
        try (QuestHistory history = open(Retention.usual())) {
            history.flush();

            assertThat(range(history, ORDERS, Duration.ofSeconds(1)).size()).isZero();
        }
    }

    @Test
    void aLongerStepGivesTheMeanAndTheHighest() {
        try (QuestHistory history = open(Retention.usual())) {
            for (int i = 0; i < 150; i++) {
                history.append(List.of(point(ORDERS, i, i, Double.NaN)));
            }
            history.flush();

            Trend five = range(history, ORDERS, Duration.ofSeconds(5));
            assertThat(five.size()).isEqualTo(30);
            assertThat(five.mean(Measure.USED)[0]).isEqualTo(2);
            assertThat(five.highest(Measure.USED)[0]).isEqualTo(4);

            Trend tens = range(history, ORDERS, Duration.ofSeconds(10));
            assertThat(tens.mean(Measure.USED)[1]).isEqualTo(14.5);
            assertThat(tens.highest(Measure.USED)[1]).isEqualTo(19);
            assertThat(tens.size()).isEqualTo(14);

            Trend minutes = range(history, ORDERS, Duration.ofMinutes(1));
            assertThat(minutes.mean(Measure.USED)).containsExactly(29.5, 89.5);
            assertThat(minutes.highest(Measure.USED)).containsExactly(59, 119);
            assertThat(minutes.mean(Measure.WAIT_MEAN)).containsExactly(Double.NaN, Double.NaN);
        }
    }

    @Test
    void theHighestPoolsComeFirst() {
        try (QuestHistory history = open(Retention.usual())) {
            history.append(List.of(
                    point(ORDERS, 0, 1, 1),
                    point(STOCK, 0, 7, Double.NaN),
                    point(ORDERS, 1, 3, 2),
                    point(STOCK, 1, 5, Double.NaN)));
            history.flush();

            assertThat(answered(history.topK(Measure.USED, 10, START, START.plusSeconds(5))))
                    .containsExactly(new Top(STOCK, 7, 6), new Top(ORDERS, 3, 2));
            assertThat(answered(history.topK(Measure.USED, 1, START, START.plusSeconds(5))))
                    .hasSize(1);
            assertThat(answered(history.topK(Measure.WAIT_MEAN, 10, START, START.plusSeconds(5))))
                    .containsExactly(new Top(ORDERS, 2, 1.5));
        }
    }

    @Test
    void theHighestPoolsOfHoursComeFromTheMinutes() {
        try (QuestHistory history = open(Retention.usual())) {
            for (int i = 0; i < 200; i++) {
                history.append(List.of(point(ORDERS, i, i % 100, 1), point(STOCK, i, 50, 1)));
            }
            history.flush();

            assertThat(answered(history.topK(Measure.USED, 10, START, START.plusSeconds(7200))))
                    .extracting(Top::pool)
                    .containsExactly(ORDERS, STOCK);
        }
    }

    @Test
    void rowsThatComeOutOfOrderAreThere() {
        try (QuestHistory history = open(Retention.usual())) {
            history.append(List.of(point(ORDERS, 100, 2, 1)));
            history.flush();
            history.append(List.of(point(ORDERS, 5000, 3, 1), point(ORDERS, 10, 1, 1)));
            history.flush();

            assertThat(range(history, ORDERS, Duration.ofSeconds(1)).mean(Measure.USED))
                    .containsExactly(1, 2, 3);
        }
    }

    @Test
    void aRestartOnTheSameFolderLosesNothing() {
        try (QuestHistory history = open(Retention.usual())) {
            history.append(List.of(point(ORDERS, 0, 1, 1), point(STOCK, 0, 1, 1)));
        }
        try (QuestHistory history = open(Retention.usual())) {
            history.append(List.of(point(ORDERS, 1, 3, 1)));
            history.flush();

            assertThat(range(history, ORDERS, Duration.ofSeconds(1)).mean(Measure.USED))
                    .containsExactly(1, 3);
            assertThat(history.health().pools()).isEqualTo(2);
        }
        try (QuestHistory history = open(Retention.usual())) {
            history.flush();
            Trend tens = range(history, ORDERS, Duration.ofSeconds(10));
            assertThat(tens.mean(Measure.USED))
                    .as("both halves of the ten seconds")
                    .containsExactly(2);
        }
    }

    @Test
    void whatIsOlderThanItIsKeptGoes() {
        ManualClock later = new ManualClock(Instant.now().minus(Duration.ofHours(30)));
        Retention day = Retention.usual();
        try (QuestHistory history = QuestHistory.in(folder, day, later)) {
            history.append(List.of(new Point(ORDERS, later.instant(), used(1, 1))));
            history.flush();
            Instant first = later.instant();
            later.advance(Duration.ofHours(30));
            history.append(List.of(new Point(ORDERS, later.instant(), used(2, 1))));
            history.flush();
            later.advance(Duration.ofMinutes(2));
            history.flush();

            Instant second = later.instant().minus(Duration.ofMinutes(2));
            later.advance(Duration.ofHours(-30)); // so that the fine table is asked about the day before
            assertThat(around(history, first).size()).isZero();
            assertThat(around(history, second).mean(Measure.USED)).containsExactly(2);
        }
    }

    private static Trend around(QuestHistory history, Instant time) {
        return answered(history.range(ORDERS, ALL, time.minusSeconds(60), time.plusSeconds(60), Duration.ofSeconds(1)));
    }

    @Test
    void looksFromBeforeTheFineTableComeFromACoarserOne() {
        ManualClock later = new ManualClock(START);
        try (QuestHistory history = QuestHistory.in(folder, Retention.usual(), later)) {
            for (int i = 0; i < 20; i++) {
                history.append(List.of(point(ORDERS, i, i, 1)));
            }
            history.flush();
            later.advance(Duration.ofHours(25));

            Trend trend = range(history, ORDERS, Duration.ofSeconds(1));
            assertThat(trend.step()).isEqualTo(Duration.ofSeconds(10));
            assertThat(trend.mean(Measure.USED)).containsExactly(4.5);
        }
    }

    @Test
    void moreLooksThanMayWaitAreDroppedAndCounted() {
        try (QuestHistory history = open(Retention.usual().withWaiting(5).withReserve(Long.MAX_VALUE))) {
            for (int i = 0; i < 8; i++) {
                history.append(List.of(point(ORDERS, i, i, 1)));
            }
            assertThat(history.flush()).isFalse();

            assertThat(history.health().dropped()).isEqualTo(3);
            assertThat(history.health().waiting()).isEqualTo(5);
            assertThat(history.health().working()).isFalse();
            assertThat(history.health().lastError()).contains("MiB free");
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsSaidAndTriedAgain() throws IOException {
        Path inTheWay = Files.createFile(folder.resolve("data"));
        try (QuestHistory history = QuestHistory.in(inTheWay.resolve("history"), Retention.usual(), clock)) {
            history.append(List.of(point(ORDERS, 0, 1, 1)));
            assertThat(history.flush()).isFalse();
            assertThat(history.health().working()).isFalse();
            assertThat(history.range(ORDERS, ALL, START, START.plusSeconds(5), Duration.ofSeconds(1)))
                    .isInstanceOf(Answer.Silent.class);

            Files.delete(inTheWay);
            assertThat(history.flush()).isTrue();
            assertThat(history.health().written()).isEqualTo(1);
            assertThat(range(history, ORDERS, Duration.ofSeconds(1)).size()).isEqualTo(1);
        }
    }

    @Test
    void aQuestionForTooManyPointsIsRefused() {
        try (QuestHistory history = open(Retention.usual())) {
            history.flush();

            assertThat(history.range(ORDERS, ALL, Instant.MIN, Instant.MAX, Duration.ofMinutes(1)))
                    .isInstanceOf(Answer.Silent.class);
        }
    }

    @Test
    void nothingIsPrinted() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true));
        System.setErr(new PrintStream(said, true));
        try (QuestHistory history = open(Retention.usual())) {
            history.append(List.of(point(ORDERS, 0, 1, 1)));
            history.flush();
            range(history, ORDERS, Duration.ofSeconds(1));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(said.toString()).isEmpty();
    }

    @Test
    void aStoreOfAnOlderVersionIsGivenTheMeasuresThatItLacks() throws SqlException {
        try (QuestHistory history = open(Retention.usual())) {
            history.append(List.of(point(ORDERS, 0, 1, 1)));
        }
        try (Store store = Store.open(folder, Retention.usual())) {
            Query.run(store.engine(), "ALTER TABLE looks DROP COLUMN wait_mean");
            Query.run(store.engine(), "ALTER TABLE minutes DROP COLUMN wait_mean_max");
        }
        try (QuestHistory history = open(Retention.usual())) {
            history.append(List.of(point(ORDERS, 1, 2, 2)));
            history.flush();

            Trend trend = range(history, ORDERS, Duration.ofSeconds(1));
            assertThat(trend.mean(Measure.USED)).containsExactly(1, 2);
            assertThat(trend.mean(Measure.WAIT_MEAN)).containsExactly(Double.NaN, 2);
        }
    }

    @Test
    void aSecondProcessOnTheFolderIsToldSo() {
        try (QuestHistory first = open(Retention.usual());
                QuestHistory second = open(Retention.usual())) {
            first.flush();
            second.append(List.of(point(ORDERS, 0, 1, 1)));
            if (second.flush()) {
                assertThat(second.health().working()).isTrue();
            } else {
                assertThat(second.health().lastError()).isNotEmpty();
            }
        }
    }

    @Test
    void manyPoolsKeepTheirNumbers() {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            points.add(point(new PoolId("s", "", Tier.POOL, "p" + i), 0, i, 1));
        }
        try (QuestHistory history = open(Retention.usual())) {
            history.append(points);
            history.flush();
        }
        try (QuestHistory history = open(Retention.usual())) {
            history.flush();
            Trend trend = range(history, new PoolId("s", "", Tier.POOL, "p2345"), Duration.ofSeconds(1));
            assertThat(trend.mean(Measure.USED)[0]).isCloseTo(2345, within(1e-6));
        }
    }

    private QuestHistory open(Retention retention) {
        return QuestHistory.in(folder, retention, clock);
    }

    private static Trend range(QuestHistory history, PoolId pool, Duration step) {
        return answered(history.range(pool, ALL, START, START.plusSeconds(7200), step));
    }

    private static <T> T answered(Answer<T> answer) {
        return answer.value().orElseThrow(() -> new AssertionError(answer.toString()));
    }

    private static long millis(int second) {
        return START.plusSeconds(second).toEpochMilli();
    }

    private static Point point(PoolId pool, int second, double used, double wait) {
        return new Point(pool, START.plusSeconds(second), used(used, wait));
    }

    private static Measures used(double used, double wait) {
        double[] values = Measures.unknown();
        values[Measure.USED.ordinal()] = used;
        values[Measure.WAIT_MEAN.ordinal()] = wait;
        return Measures.owning(values);
    }
}
