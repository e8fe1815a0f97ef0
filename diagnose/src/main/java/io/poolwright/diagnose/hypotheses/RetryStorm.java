package io.poolwright.diagnose.hypotheses;

import io.poolwright.detect.Figures;
import io.poolwright.detect.Resends;
import io.poolwright.detect.Say;
import io.poolwright.diagnose.Hypothesis;
import io.poolwright.diagnose.Quantity;
import io.poolwright.diagnose.Remedy;
import io.poolwright.diagnose.Scene;
import io.poolwright.diagnose.Weighing;
import io.poolwright.model.DeclaredSetting;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Callers give up on the pool so soon, and clients try again so eagerly, that the attempts alone keep it full.
 *
 * <p>It outlives what set it off. Measured: 1516 attempts/s for 500 offered, for 9 s after the blip was over.
 */
public final class RetryStorm implements Hypothesis {
    private static final double LINE = 1.5;
    private static final double CARRIED = 1.25;

    @Override
    public String id() {
        return "retry-storm";
    }

    @Override
    public String title() {
        return "Retry storm (acquire timeout too short)";
    }

    @Override
    public Weighing weigh(Scene scene) {
        OptionalDouble patience = patience(scene);
        OptionalDouble wait = scene.now().ratio(Figures.WAIT_SECONDS, Figures.WAITS);
        return new Weighing()
                .needs(
                        Resends.amplification(scene.now()),
                        value -> value >= LINE,
                        10,
                        value -> "%s attempts arrive for each first one (line %s)"
                                .formatted(Say.number(value), Say.number(LINE)),
                        value -> "%s attempts arrive for each first one (line %s)"
                                .formatted(Say.number(value), Say.number(LINE)),
                        "repeated attempts among the arrivals (http_server_requests_resent_total)")
                .needs(
                        scene.now().mean(Figures.TIMEOUTS),
                        value -> value >= 5,
                        6,
                        value -> "%s callers give up waiting for a connection (line 5/s)".formatted(Say.rate(value)),
                        value -> "%s callers give up waiting for a connection (line 5/s)".formatted(Say.rate(value)),
                        "pool timeouts (hikaricp_connections_timeout_total)")
                .needs(
                        Scene.quotient(scene.usualDemand(), scene.now().latest(Figures.MAX_OF_ALL)),
                        value -> value <= CARRIED,
                        1,
                        value -> "the usual customers alone need %s of the pools".formatted(Say.percent(value)),
                        value -> "the usual customers alone need %s of the pools: repeated attempts are the consequence"
                                .formatted(Say.percent(value)),
                        "arrivals, borrows per request and time in use from before the trouble")
                .supports(
                        patience.isPresent() ? Scene.quotient(wait, patience) : OptionalDouble.empty(),
                        value -> value >= 0.4,
                        6,
                        value -> "the mean wait is %s, pinned to the configured patience of %s"
                                .formatted(Say.time(wait.orElse(0)), Say.time(patience.orElse(0))))
                .supports(
                        scene.growth(Figures.USE_SECONDS, Figures.RETURNS),
                        value -> value < 2,
                        4,
                        value -> "time in use is what it was (%s): the work itself is no slower"
                                .formatted(Say.times(value)));
    }

    @Override
    public Optional<Remedy> remedy(Scene scene) {
        OptionalDouble use = scene.now().ratio(Figures.USE_SECONDS, Figures.RETURNS);
        OptionalDouble max = scene.now().latest(Figures.MAX_OF_ALL);
        OptionalDouble demand = scene.usualDemand();
        if (use.isEmpty() || max.isEmpty() || demand.isEmpty()) {
            return Optional.empty();
        }
        double utilization = demand.getAsDouble() / max.getAsDouble();
        // Long enough for the queue of a busy but sufficient pool to drain; callers' own patience bounds it from above.
        double seconds = Math.max(2, Math.min(5, Math.ceil(400 * use.getAsDouble())));
        String room = utilization <= CARRIED
                ? "the usual customers alone need %s of %s connections"
                : "but the usual customers alone need %s of %s connections: a longer wait creates no capacity, raise the pool as well";
        return Optional.of(new Remedy(
                "connectionTimeout",
                scene.tightest(SettingNames.CONNECTION_TIMEOUT)
                        .map(setting -> setting.origin().toString())
                        .orElse("not declared; " + SettingNames.CONNECTION_TIMEOUT),
                scene.tightest(SettingNames.CONNECTION_TIMEOUT)
                        .map(setting -> setting.value() + " ms")
                        .orElse("30000 ms (HikariCP's default)"),
                Math.round(seconds * 1000) + " ms",
                "400 times the mean time in use of %s, between 2 s and 5 s: waiting in line is cheaper than starting again; %s. Clients: a retry budget of 10 %% ends the storm as well"
                        .formatted(
                                Say.time(use.getAsDouble()),
                                room.formatted(Say.number(demand.getAsDouble()), Say.number(max.getAsDouble())))));
    }

    private static OptionalDouble patience(Scene scene) {
        return scene.tightest(SettingNames.CONNECTION_TIMEOUT)
                .map(DeclaredSetting::value)
                .map(value -> Quantity.seconds(value, 0.001))
                .orElseGet(OptionalDouble::empty);
    }
}
