package io.poolwright.watch.eye;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.Answer;
import io.poolwright.model.live.Seen;
import io.poolwright.telemetry.Collector;
import io.poolwright.watch.targets.Target;
import io.poolwright.watch.targets.TargetKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RoundTest {
    private static final Instant AT = Instant.parse("2026-11-21T12:00:00Z");

    private final Lanes lanes = new Lanes();
    private final BlockingQueue<Map<Target, Answer<Seen>>> heard = new ArrayBlockingQueue<>(10);

    @AfterEach
    void close() {
        lanes.close();
    }

    private static Asked asked(String name, Collector<Seen> collector) {
        return new Asked(
                Target.at(name, TargetKind.PROMETHEUS, "shop", "http://localhost/", Duration.ofSeconds(1)), collector);
    }

    private Map<Target, Answer<Seen>> ended() throws InterruptedException {
        Map<Target, Answer<Seen>> answers = heard.poll(10, TimeUnit.SECONDS);
        assertThat(answers).isNotNull();
        return answers;
    }

    private static Answer<Seen> of(Map<Target, Answer<Seen>> answers, String name) {
        return answers.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itIsOverWhenTheLastHasAnswered() throws InterruptedException {
        List<Asked> both =
                List.of(asked("a", () -> Answer.of(Seen.of(List.of()))), asked("b", () -> Answer.silent("b: refused")));

        new Round(both, AT, 800, (at, answers) -> heard.add(answers)).begin(lanes);

        Map<Target, Answer<Seen>> answers = ended();
        assertThat(of(answers, "a").value()).isPresent();
        assertThat(of(answers, "b")).isEqualTo(Answer.silent("b: refused"));
    }

    @Test
    void whoHangsIsSilentAndHoldsNobodyUp() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        Asked hangs = asked("hangs", () -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Answer.of(Seen.of(List.of()));
        });
        Asked quick = asked("quick", () -> Answer.of(Seen.of(List.of())));
        Round round = new Round(List.of(hangs, quick), AT, 800, (at, answers) -> heard.add(answers));

        round.begin(lanes);
        round.timeUp();
        round.timeUp();

        assertThat(String.valueOf(of(ended(), "hangs"))).contains("did not answer within 800 ms");
        Round next = new Round(List.of(hangs), AT.plusSeconds(1), 800, (at, answers) -> heard.add(answers));
        next.begin(lanes);
        assertThat(String.valueOf(of(ended(), "hangs"))).contains("still busy since " + AT);
        assertThat(heard).isEmpty();
        never.countDown();
    }

    @Test
    void aCollectorThatBreaksIsSilentAndIsAskedAgain() throws InterruptedException {
        int[] asks = new int[1];
        Asked breaks = asked("breaks", () -> {
            if (asks[0]++ == 0) {
                throw new IllegalStateException("a bug");
            }
            return Answer.of(Seen.of(List.of()));
        });

        new Round(List.of(breaks), AT, 800, (at, answers) -> heard.add(answers)).begin(lanes);
        assertThat(String.valueOf(of(ended(), "breaks"))).contains("a bug");
        new Round(List.of(breaks), AT, 800, (at, answers) -> heard.add(answers)).begin(lanes);
        assertThat(of(ended(), "breaks").value()).isPresent();
    }
}
