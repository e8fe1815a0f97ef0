package io.poolwright.watch.eye;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.Answer;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Seen;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.model.stack.Settings;
import io.poolwright.watch.head.Point;
import io.poolwright.watch.targets.Target;
import io.poolwright.watch.targets.TargetKind;
import io.poolwright.watch.view.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ServiceEyeTest {
    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    private static final Target ONE =
            Target.at("shop-1", TargetKind.PROMETHEUS, "shop", "http://localhost/", Duration.ofSeconds(1));
    private static final PoolId POOL = new PoolId("shop", "shop-1", Tier.POOL, "main");

    private final List<Occurrence> told = new ArrayList<>();
    private final List<Point> kept = new ArrayList<>();
    private final ServiceEye eye = new ServiceEye("shop", Settings.NONE, kept::add, told::add, Tape.NONE);
    private int second;

    private ServiceLook look(Answer<Seen> answer) {
        return eye.take(START.plusSeconds(second++), Map.of(ONE, answer));
    }

    private ServiceLook pool(double used, double pending, long timeouts) {
        long served = 100L * second;
        return look(Answer.of(Seen.of(List.of(Reading.of(POOL)
                .set(Signal.MAX, 20)
                .set(Signal.USED, used)
                .set(Signal.IDLE, 20 - used)
                .set(Signal.PENDING, pending)
                .set(Signal.TIMEOUTS, timeouts)
                .set(Signal.WAITS, served)
                .set(Signal.WAIT_SECONDS, served * (pending > 0 ? 1.5 : 0.001))
                .set(Signal.USES, served)
                .set(Signal.USE_SECONDS, served * 0.1)
                .build()))));
    }

    private List<Occurrence> of(Occurrence.Kind kind) {
        return told.stream().filter(one -> one.kind() == kind).toList();
    }

    @Test
    void aHealthyPoolIsKeptAndNothingFires() {
        for (int i = 0; i < 60; i++) {
            assertThat(pool(5, 0, 0).state().troubles()).isEmpty();
        }
        assertThat(told).isEmpty();
        assertThat(kept).hasSize(60);
    }

    @Test
    void manySymptomsOfOnePoolAreOneAlertThatEndsOnce() {
        for (int i = 0; i < 20; i++) {
            pool(5, 0, 0);
        }
        for (int i = 0; i < 40; i++) {
            pool(20, 30, 10L * i);
        }
        assertThat(of(Occurrence.Kind.ALERT_FIRED)).hasSize(1);
        List<Trouble> troubles = pool(20, 30, 400).state().troubles();
        assertThat(troubles).hasSize(1);
        assertThat(troubles.get(0).symptoms()).isNotEmpty();

        for (int i = 0; i < 900; i++) {
            pool(5, 0, 400);
        }
        assertThat(of(Occurrence.Kind.ALERT_FIRED)).hasSize(1);
        assertThat(of(Occurrence.Kind.ALERT_ENDED)).singleElement().satisfies(ended -> assertThat(ended.fingerprint())
                .isEqualTo(of(Occurrence.Kind.ALERT_FIRED).get(0).fingerprint()));
    }

    @Test
    void aTargetThatFallsSilentIsOneAlertHoweverManyPoolsItToldOf() {
        for (int i = 0; i < 10; i++) {
            pool(5, 0, 0);
        }
        for (int i = 0; i < 30; i++) {
            look(Answer.silent("shop-1: Connection refused"));
        }
        assertThat(of(Occurrence.Kind.ALERT_FIRED)).singleElement().satisfies(fired -> {
            assertThat(fired.rule()).isEqualTo(TargetWatch.DETECTOR);
            assertThat(fired.text()).contains("Connection refused").contains("unknown, not fine");
        });
        assertThat(look(Answer.silent("x")).pools())
                .singleElement()
                .satisfies(state -> assertThat(state.seen().value()).isEmpty());
        for (int i = 0; i < 90; i++) {
            pool(5, 0, 0);
        }
        assertThat(of(Occurrence.Kind.ALERT_ENDED)).hasSize(1);
    }

    @Test
    void whatIsSilentIsUnknownInMemoryNotZero() {
        pool(5, 0, 0);
        look(Answer.silent("gone"));

        assertThat(kept.get(1).measures().get(io.poolwright.model.live.Measure.USED))
                .isEmpty();
    }

    @Test
    void onePoolThatIsGoneForAQuarterOfAnHourIsForgotten() {
        pool(5, 0, 0);
        ServiceLook last = look(Answer.of(Seen.of(List.of())));
        assertThat(last.pools()).hasSize(1);
        second += 901;
        assertThat(look(Answer.of(Seen.of(List.of()))).pools()).isEmpty();
    }
}
