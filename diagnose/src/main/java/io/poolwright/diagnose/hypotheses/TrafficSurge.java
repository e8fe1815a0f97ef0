package io.poolwright.diagnose.hypotheses;

import io.poolwright.detect.Figures;
import io.poolwright.detect.Resends;
import io.poolwright.detect.Say;
import io.poolwright.diagnose.Hypothesis;
import io.poolwright.diagnose.Remedy;
import io.poolwright.diagnose.Scene;
import io.poolwright.diagnose.Weighing;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * More customers than the stack can carry.
 *
 * <p>Counted without repeated attempts: a balancer's request rate alone convicts nobody, it may be retries.
 */
public final class TrafficSurge implements Hypothesis {
    private static final double LINE = 1.5;

    @Override
    public String id() {
        return "traffic-surge";
    }

    @Override
    public String title() {
        return "Traffic surge";
    }

    @Override
    public Weighing weigh(Scene scene) {
        OptionalDouble before = Resends.fresh(scene.reference());
        OptionalDouble after = Resends.fresh(scene.now());
        return new Weighing()
                .needs(
                        Scene.quotient(after, before),
                        value -> value >= LINE,
                        12,
                        value -> "%s first attempts arrive per second, before it were %s (%s, line %s)"
                                .formatted(Say.number(after), Say.number(before), Say.times(value), Say.times(LINE)),
                        value -> "%s first attempts arrive per second, before it were %s (%s, line %s)"
                                .formatted(Say.number(after), Say.number(before), Say.times(value), Say.times(LINE)),
                        "how many arrivals are first attempts (http_server_requests_resent_total; not to be told while the balancer turns many away)")
                .supports(
                        scene.growth(Figures.TRANSACTIONS),
                        value -> value >= LINE,
                        6,
                        value -> "the database ends %s the transactions: the stack does more work, not slower work"
                                .formatted(Say.times(value)))
                .supports(scene.now().mean(Figures.FULLEST), value -> value >= 0.95, 4, value -> "a pool is full (%s)"
                        .formatted(Say.percent(value)))
                .supports(
                        scene.now().mean(Figures.QUEUE),
                        value -> value >= 1,
                        4,
                        value -> "%s requests wait at the balancer".formatted(Say.number(value)));
    }

    @Override
    public Optional<Remedy> remedy(Scene scene) {
        OptionalDouble completed = scene.now().max(Figures.TRANSACTIONS);
        OptionalDouble fresh = Resends.fresh(scene.now());
        if (completed.isEmpty() || fresh.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Remedy(
                "admission rate",
                "at the edge (HAProxy: http-request deny with a stick-table rate, or a lower frontend maxconn)",
                "%s offered".formatted(Say.rate(fresh.getAsDouble())),
                "%s admitted".formatted(Say.rate(Math.floor(completed.getAsDouble() * 0.8))),
                "the stack has shown %s transactions at most; four fifths of it keep the queue short. More capacity: more instances only while database connections are left"
                        .formatted(Say.rate(completed.getAsDouble()))));
    }
}
