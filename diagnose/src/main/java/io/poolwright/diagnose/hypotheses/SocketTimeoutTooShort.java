package io.poolwright.diagnose.hypotheses;

import io.poolwright.detect.ConnectionChurn;
import io.poolwright.detect.ConservationResidual;
import io.poolwright.detect.Figures;
import io.poolwright.detect.Say;
import io.poolwright.diagnose.Change;
import io.poolwright.diagnose.Hypothesis;
import io.poolwright.diagnose.Quantity;
import io.poolwright.diagnose.Remedy;
import io.poolwright.diagnose.Scene;
import io.poolwright.diagnose.Weighing;
import io.poolwright.model.DeclaredSetting;
import io.poolwright.model.Origin;
import io.poolwright.queueing.ZombieLaw;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The driver gives up on statements that the database goes on running.
 *
 * <p>The pool forgets the connection and opens another; the backend works on for nobody and keeps its slot. So the
 * database counts more connections than the pools do, and the pools keep opening new ones. Source: post-mortem of July
 * 2023; pgjdbc issue 1461; measured on PostgreSQL 18 with pgjdbc 42.7.
 */
public final class SocketTimeoutTooShort implements Hypothesis {
    /** A value to set leaves room for the longest statement seen, twice over. */
    private static final double ROOM = 2;

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Override
    public String id() {
        return "socket-timeout-too-short";
    }

    @Override
    public String title() {
        return "Driver socketTimeout too short";
    }

    @Override
    public Weighing weigh(Scene scene) {
        OptionalDouble zombies = scene.floor(Figures.RESIDUAL);
        OptionalDouble replaced = scene.now().mean(ConnectionChurn.REPLACED);
        OptionalDouble abandoned = scene.now().mean(Figures.ABANDONED);
        OptionalDouble timeout = timeout(scene);
        Weighing scales = new Weighing()
                .needs(
                        zombies,
                        value -> value >= ConservationResidual.LINE,
                        10,
                        value ->
                                "database backends less pool connections = %s at the least, over the last looks (line %s): zombies"
                                        .formatted(Say.number(value), Say.number(ConservationResidual.LINE)),
                        value ->
                                "database backends less pool connections = %s (line %s): nobody works for clients that have gone"
                                        .formatted(Say.number(value), Say.number(ConservationResidual.LINE)),
                        "database backends and pool connections of the same application")
                .needs(
                        replaced,
                        value -> value >= 1,
                        6,
                        value -> "the pools replace %s connections (line 1/s)".formatted(Say.rate(value)),
                        value -> "the pools replace %s connections (line 1/s): none are discarded"
                                .formatted(Say.rate(value)),
                        "connections created (hikaricp_connections_creation_seconds_count)")
                .supports(
                        abandoned,
                        value -> value >= 1,
                        8,
                        value -> "%s sessions end because the client hung up (pg_stat_database.sessions_abandoned)"
                                .formatted(Say.rate(value)))
                .weakens(
                        scene.now().mean(Figures.FATAL),
                        value -> value >= 1,
                        10,
                        value -> "%s sessions are ended by the server itself (sessions_fatal)"
                                .formatted(Say.rate(value)));
        if (timeout.isPresent()) {
            double seconds = timeout.getAsDouble();
            scales.supports(
                    scene.now().mean(Figures.olderThan(seconds)),
                    value -> value >= ConservationResidual.LINE,
                    8,
                    value ->
                            "%s statements have run for longer than the driver's patience of %s: no client can be waiting for them"
                                    .formatted(Say.number(value), Say.time(seconds)));
        }
        lowered(scene)
                .ifPresent(change -> scales.supports(
                        OptionalDouble.of(1),
                        value -> true,
                        6,
                        value -> "socketTimeout of %s was changed from %s s to %s s, first seen at %s"
                                .formatted(change.owner(), change.from(), change.to(), CLOCK.format(change.at()))));
        return scales;
    }

    @Override
    public Optional<Remedy> remedy(Scene scene) {
        OptionalDouble zombies = scene.now().mean(Figures.RESIDUAL);
        OptionalDouble abandoned = scene.now().mean(Figures.ABANDONED);
        if (zombies.isEmpty() || abandoned.isEmpty() || !(abandoned.getAsDouble() > 0)) {
            return Optional.empty();
        }
        double excess = ZombieLaw.meanExcess(Math.max(0, zombies.getAsDouble()), abandoned.getAsDouble());
        double longest = scene.seen()
                .last(30)
                .max(frame -> frame.store()
                        .value()
                        .map(store -> store.now().clients().stream()
                                .flatMap(client -> client.statementAges().stream())
                                .mapToDouble(Double::doubleValue)
                                .max())
                        .orElseGet(OptionalDouble::empty))
                .orElse(timeout(scene).orElse(0) + 3 * excess);
        double least = Math.ceil(ROOM * longest);
        Optional<Change> change = lowered(scene);
        OptionalDouble before = change.map(it -> Quantity.number(it.from())).orElseGet(OptionalDouble::empty);
        boolean restore = before.isPresent() && before.getAsDouble() >= least;
        double suggested = restore ? before.getAsDouble() : least;
        return Optional.of(new Remedy(
                "socketTimeout",
                scene.tightest(SettingNames.SOCKET_TIMEOUT)
                        .map(DeclaredSetting::origin)
                        .map(Origin::toString)
                        .orElse("not declared in a file that was read; " + SettingNames.SOCKET_TIMEOUT),
                scene.tightest(SettingNames.SOCKET_TIMEOUT)
                        .map(setting -> setting.value() + " s")
                        .orElse("unknown"),
                Math.round(suggested) + " s",
                ("zombie law: %s abandoned × %s mean excess = %s backends working for nobody; the longest statement seen ran %s,"
                                + " and %s leaves it room%s; let the server cancel first: statement_timeout below it")
                        .formatted(
                                Say.rate(abandoned.getAsDouble()),
                                Say.time(excess),
                                Say.number(zombies.getAsDouble()),
                                Say.time(longest),
                                Math.round(suggested) + " s",
                                restore ? " (the value before the change)" : " twice over")));
    }

    /** Measured on PostgreSQL 18: zombies 23.6 to 3.9 and goodput 176/s to 196/s within 3 s. PostgreSQL 14+, Linux. */
    @Override
    public Optional<String> firstAid(Scene scene) {
        return scene.inForce("client_connection_check_interval")
                .filter(value -> Quantity.seconds(value, 0.001).orElse(1) == 0)
                .map(value ->
                        "client_connection_check_interval is %s: ALTER SYSTEM SET client_connection_check_interval = '500ms'; SELECT pg_reload_conf(); ends zombies within a second, without a deployment"
                                .formatted(value));
    }

    private static OptionalDouble timeout(Scene scene) {
        return scene.tightest(SettingNames.SOCKET_TIMEOUT)
                .map(setting -> Quantity.number(setting.value()))
                .filter(value -> value.isPresent() && value.getAsDouble() > 0)
                .orElseGet(OptionalDouble::empty);
    }

    private static Optional<Change> lowered(Scene scene) {
        return scene.lowered(Change.Kind.DECLARED, SettingNames.SOCKET_TIMEOUT);
    }
}
