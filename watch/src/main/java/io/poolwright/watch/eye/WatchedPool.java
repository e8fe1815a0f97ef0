package io.poolwright.watch.eye;

import io.poolwright.detect.pool.Expectations;
import io.poolwright.detect.pool.PoolAlert;
import io.poolwright.detect.pool.PoolLook;
import io.poolwright.detect.pool.PoolWatch;
import io.poolwright.model.Answer;
import io.poolwright.model.live.Measures;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Reading;
import io.poolwright.watch.view.Firing;
import io.poolwright.watch.view.Level;
import io.poolwright.watch.view.PoolState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One pool under watch: who tells of it, what it told last, what fires. For one thread. */
final class WatchedPool {
    private final String target;
    private final PoolWatch watch;
    private final Minute minute = new Minute();
    private Answer<Reading> last = Answer.silent("not looked at yet");
    private Optional<Instant> silentSince = Optional.empty();
    private Measures now = Measures.nothing();
    private Instant answeredAt = Instant.EPOCH;
    private Instant lookedAt = Instant.EPOCH;
    private List<PoolAlert> shownOf = List.of();
    private List<Firing> shown = List.of();

    WatchedPool(PoolId pool, String target, Expectations expected) {
        this.target = target;
        this.watch = new PoolWatch(pool, expected);
    }

    PoolId pool() {
        return watch.pool();
    }

    String target() {
        return target;
    }

    Instant answeredAt() {
        return answeredAt;
    }

    /** When it was looked at last, with or without an answer. */
    Instant lookedAt() {
        return lookedAt;
    }

    void expect(Expectations expected) {
        watch.expect(expected);
    }

    Optional<Reading> reading() {
        return last.value();
    }

    PoolLook take(Instant at, Answer<Reading> answer) {
        lookedAt = at;
        PoolLook look = watch.take(at, answer);
        now = look.measures();
        last = answer;
        if (answer.value().isPresent()) {
            answeredAt = at;
            silentSince = Optional.empty();
            minute.take(at.toEpochMilli(), now);
        } else if (silentSince.isEmpty() && answeredAt.isAfter(Instant.EPOCH)) {
            silentSince = Optional.of(at);
        }
        return look;
    }

    List<PoolAlert> firing() {
        return watch.firing();
    }

    PoolState state(List<Firing> more) {
        List<Firing> its = shown();
        List<Firing> all = its.isEmpty()
                ? more
                : more.isEmpty()
                        ? its
                        : Stream.concat(its.stream(), more.stream()).toList();
        if (last instanceof Answer.Answered<Reading>) {
            return new PoolState(pool(), last, Optional.empty(), now, minute.mean(), all);
        }
        return new PoolState(pool(), last, silentSince, Measures.nothing(), Measures.nothing(), all);
    }

    /** Made anew only when something changed. */
    @SuppressWarnings("ReferenceEquality") // the watch gives out the same list until it changes
    private List<Firing> shown() {
        List<PoolAlert> alerts = watch.firing();
        if (alerts != shownOf) {
            shownOf = alerts;
            shown = alerts.stream().map(WatchedPool::firing).toList();
        }
        return shown;
    }

    static Firing firing(PoolAlert alert) {
        return new Firing(
                alert.detector(), Level.valueOf(alert.severity().name()), alert.title(), alert.text(), alert.firedAt());
    }
}
