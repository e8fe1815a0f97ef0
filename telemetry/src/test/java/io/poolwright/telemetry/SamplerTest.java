package io.poolwright.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.Answer;
import io.poolwright.model.BalancerSample;
import io.poolwright.model.DatabaseCounters;
import io.poolwright.model.DatabaseSample;
import io.poolwright.model.DeclaredSetting;
import io.poolwright.model.InstanceReading;
import io.poolwright.model.InstanceSample;
import io.poolwright.model.Origin;
import io.poolwright.model.Tick;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SamplerTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456789Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Answer<BalancerSample> FRONT =
            Answer.of(new BalancerSample("haproxy", 1, 0, 0, 0, 0, 0, 0, List.of()));
    private static final Answer<DatabaseSample> BACK =
            Answer.of(new DatabaseSample(100, 3, List.of(), new DatabaseCounters(0, 0, 0, 0, 0, 0, 0), Map.of()));
    private static final Answer<InstanceSample> INSTANCE = Answer.of(new InstanceSample(
            "1", Instant.EPOCH, Answer.silent("none"), Answer.silent("none"), Answer.silent("none")));
    private static final List<DeclaredSetting> SETTINGS =
            List.of(new DeclaredSetting("shop-1", "a", "1", new Origin("f", 1)));

    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void release() {
        release.countDown();
    }

    @Test
    void looksAtEverySourceAndSortsTheInstances() {
        try (Sampler sampler = sampler(() -> FRONT, Duration.ofSeconds(5))) {
            sampler.watch("shop-2", () -> INSTANCE);
            sampler.watch("shop-1", () -> Answer.silent("refused"));

            Tick tick = sampler.look();

            assertThat(tick)
                    .isEqualTo(new Tick(
                            Instant.parse("2026-03-01T10:00:00.123Z"),
                            FRONT,
                            List.of(
                                    new InstanceReading("shop-1", Answer.silent("refused")),
                                    new InstanceReading("shop-2", INSTANCE)),
                            BACK,
                            SETTINGS));
        }
    }

    @Test
    void instancesComeAndGo() {
        try (Sampler sampler = sampler(() -> FRONT, Duration.ofSeconds(5))) {
            sampler.watch("shop-1", () -> INSTANCE);
            assertThat(sampler.look().instances()).hasSize(1);

            sampler.forget("shop-1");
            assertThat(sampler.look().instances()).isEmpty();
        }
    }

    @Test
    void allSourcesAreAskedAtTheSameTime() {
        CountDownLatch everyone = new CountDownLatch(5);
        Collector<InstanceSample> meeting = () -> {
            everyone.countDown();
            return await(everyone) ? INSTANCE : Answer.silent("alone");
        };
        try (Sampler sampler = sampler(() -> FRONT, Duration.ofSeconds(20))) {
            for (int i = 0; i < 5; i++) {
                sampler.watch("shop-" + i, meeting);
            }

            assertThat(sampler.look().instances())
                    .extracting(InstanceReading::sample)
                    .containsOnly(INSTANCE);
        }
    }

    @Test
    void aSourceThatMissesTheDeadlineIsSilentAndAskedOnlyOnce() {
        AtomicInteger asked = new AtomicInteger();
        Collector<BalancerSample> stuck = () -> {
            asked.incrementAndGet();
            return await(release) ? FRONT : Answer.silent("never released");
        };
        try (Sampler sampler = sampler(stuck, Duration.ofMillis(50))) {
            assertThat(sampler.look().balancer()).isEqualTo(Answer.silent("balancer: did not answer within 50 ms"));
            for (int look = 0; look < 20; look++) {
                Tick tick = sampler.look();
                assertThat(tick.balancer()).isEqualTo(Answer.silent("balancer: still busy since " + NOW));
                assertThat(tick.database()).isEqualTo(BACK);
            }
            assertThat(asked).hasValue(1);

            release.countDown();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            Answer<BalancerSample> answer = sampler.look().balancer();
            while (!answer.equals(FRONT) && System.nanoTime() < end) {
                answer = sampler.look().balancer();
            }
            assertThat(answer).isEqualTo(FRONT);
        }
    }

    @Test
    void aSourceThatBreaksItsPromiseIsSilent() {
        Collector<BalancerSample> broken = () -> {
            throw new IllegalStateException("bug");
        };
        try (Sampler sampler = sampler(broken, Duration.ofSeconds(5))) {
            assertThat(sampler.look().balancer())
                    .isEqualTo(Answer.silent("balancer: could not be asked: java.lang.IllegalStateException: bug"));
        }
    }

    private static Sampler sampler(Collector<BalancerSample> balancer, Duration deadline) {
        return new Sampler(balancer, () -> BACK, () -> SETTINGS, CLOCK, deadline);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
