package io.poolwright.diagnose.hypotheses;

import io.poolwright.detect.ConservationResidual;
import io.poolwright.detect.Figures;
import io.poolwright.detect.LeakSuspected;
import io.poolwright.detect.Say;
import io.poolwright.diagnose.Change;
import io.poolwright.diagnose.Hypothesis;
import io.poolwright.diagnose.Quantity;
import io.poolwright.diagnose.Remedy;
import io.poolwright.diagnose.Scene;
import io.poolwright.diagnose.Weighing;
import io.poolwright.model.DatabaseSample;
import io.poolwright.model.DeclaredSetting;
import io.poolwright.queueing.ErlangC;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The application's pool has fewer connections than the load needs.
 *
 * <p>A full pool alone proves nothing: slow statements, leaks and zombies fill it as well. This hypothesis wants time in
 * use as it was, every connection accounted for, and an offered load (Little's law) that does not fit.
 */
public final class PoolTooSmall implements Hypothesis {
    /** Share of the pool that the offered load may need before callers wait noticeably. */
    private static final double FITS = 0.8;

    private static final double MAY_WAIT = 0.01;

    @Override
    public String id() {
        return "pool-too-small";
    }

    @Override
    public String title() {
        return "Connection pool too small";
    }

    @Override
    public Weighing weigh(Scene scene) {
        OptionalDouble max = scene.now().latest(Figures.MAX_OF_ALL);
        OptionalDouble demand = scene.demand();
        return new Weighing()
                .needs(
                        scene.now().mean(Figures.FULLEST),
                        value -> value >= 0.9,
                        6,
                        value -> "the fullest pool is used to %s (line 90 %%)".formatted(Say.percent(value)),
                        value -> "the fullest pool is used to %s (line 90 %%)".formatted(Say.percent(value)),
                        "used and max of the pools (hikaricp_connections_active, _max)")
                .needs(
                        scene.now().mean(Figures.PENDING),
                        value -> value >= 1,
                        4,
                        value -> "%s callers wait for a connection".formatted(Say.number(value)),
                        value -> "%s callers wait for a connection (line 1)".formatted(Say.number(value)),
                        "callers waiting (hikaricp_connections_pending)")
                .needs(
                        Scene.quotient(demand, max),
                        value -> value >= FITS,
                        8,
                        value -> "the offered load needs %s connections (Little's law), the pools may open %s"
                                .formatted(Say.number(demand), Say.number(max)),
                        value ->
                                "the offered load needs %s connections (Little's law), the pools may open %s: they suffice"
                                        .formatted(Say.number(demand), Say.number(max)),
                        "arrivals, borrows per request and time in use from before the trouble")
                .needs(
                        scene.growth(Figures.USE_SECONDS, Figures.RETURNS),
                        value -> value < 2,
                        2,
                        value -> "time in use is what it was (%s)".formatted(Say.times(value)),
                        value -> "time in use grew %s: whatever holds connections for longer fills the pool"
                                .formatted(Say.times(value)),
                        "time in use now and before (hikaricp_connections_usage_seconds)")
                .needs(
                        scene.now().mean(Figures.RESIDUAL),
                        value -> Math.abs(value) < ConservationResidual.LINE,
                        1,
                        value -> "pools and database agree about the connections (difference %s)"
                                .formatted(Say.number(value)),
                        value -> "pools and database differ by %s connections: something else ends or keeps them"
                                .formatted(Say.number(value)),
                        "database backends and pool connections of the same application")
                .needs(
                        scene.now().mean(Figures.UNACCOUNTED),
                        value -> value < LeakSuspected.LINE,
                        1,
                        value -> "used connections work in the database (all but %s)"
                                .formatted(Say.number(Math.max(0, value))),
                        value -> "%s used connections do nothing in the database: a leak fills the pool"
                                .formatted(Say.number(value)),
                        "used connections of the pools and their backends' states")
                .supports(
                        lowered(scene).isPresent() ? OptionalDouble.of(1) : OptionalDouble.empty(),
                        value -> true,
                        6,
                        value -> lowered(scene)
                                .map(change -> "the limit in force of %s went from %s to %s while we watched"
                                        .formatted(change.owner(), change.from(), change.to()))
                                .orElse(""))
                .supports(
                        scene.now().mean(Figures.TIMEOUTS), value -> value > 0, 3, value -> "%s callers give up waiting"
                                .formatted(Say.rate(value)));
    }

    @Override
    public Optional<Remedy> remedy(Scene scene) {
        OptionalDouble demand = scene.demand();
        OptionalDouble max = scene.now().latest(Figures.MAX_OF_ALL);
        int pools = (int) scene.seen().frames().get(scene.seen().frames().size() - 1).services().stream()
                .filter(service -> service.now().value().isPresent())
                .count();
        if (demand.isEmpty() || max.isEmpty() || pools == 0) {
            return Optional.empty();
        }
        int needed = ErlangC.fewestServers(demand.getAsDouble() / pools, MAY_WAIT);
        Optional<DatabaseSample> database = scene.database();
        int room = database.map(sample -> sample.usable() / pools).orElse(Integer.MAX_VALUE);
        int before = lowered(scene)
                .map(change -> (int) Quantity.number(change.from()).orElse(0))
                .orElse(0);
        int suggested = Math.min(room, Math.max(needed, before));
        return Optional.of(new Remedy(
                Change.POOL_MAX,
                scene.tightest(SettingNames.MAXIMUM_POOL_SIZE)
                        .map(setting -> setting.origin() + declared(setting, max.getAsDouble() / pools))
                        .orElse("not declared; " + SettingNames.MAXIMUM_POOL_SIZE),
                Say.number(Math.rint(max.getAsDouble() / pools)),
                Integer.toString(suggested),
                "%s connections' worth of load over %d pools: %d each keep the chance of a wait under %s (Erlang C)%s; the database has room for %s each"
                        .formatted(
                                Say.number(demand.getAsDouble()),
                                pools,
                                needed,
                                Say.percent(MAY_WAIT),
                                before > needed ? ", %d is the value before the change".formatted(before) : "",
                                room == Integer.MAX_VALUE ? "an unknown number" : Integer.toString(room))));
    }

    private static String declared(DeclaredSetting setting, double inForce) {
        return Quantity.number(setting.value()).orElse(inForce) == Math.rint(inForce)
                ? ""
                : " (declares %s; in force is another value, set at run time)".formatted(setting.value());
    }

    private static Optional<Change> lowered(Scene scene) {
        return scene.lowered(Change.Kind.IN_FORCE, Change.POOL_MAX);
    }
}
