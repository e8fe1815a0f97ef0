package io.poolwright.diagnose.hypotheses;

import io.poolwright.detect.ConnectionChurn;
import io.poolwright.detect.ConservationResidual;
import io.poolwright.detect.Figures;
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
 * The database ends idle connections that the pools still hold.
 *
 * <p>HikariCP does not test a connection that was used less than 500 ms ago, so its borrower meets the dead one. The
 * mirror image of zombies: the pools know of more connections than the database. Source: measured on PostgreSQL 18,
 * SQLSTATE 57P05.
 */
public final class ServerIdleKill implements Hypothesis {
    /** What HikariCP takes when {@code maxLifetime} is not declared (s). */
    private static final double DEFAULT_MAX_LIFETIME = 1800;

    private static final double MARGIN = 30;

    @Override
    public String id() {
        return "server-idle-kill";
    }

    @Override
    public String title() {
        return "Database idle limit shorter than the pool's";
    }

    @Override
    public Weighing weigh(Scene scene) {
        OptionalDouble limit = limit(scene);
        double lifetime = lifetime(scene);
        return new Weighing()
                .needs(
                        limit,
                        value -> value > 0 && value < lifetime,
                        8,
                        value -> "idle_session_timeout is %s, the pools keep connections for %s"
                                .formatted(Say.time(value), Say.time(lifetime)),
                        value -> value > 0
                                ? "idle_session_timeout is %s, longer than the pools keep a connection (%s)"
                                        .formatted(Say.time(value), Say.time(lifetime))
                                : "idle_session_timeout is 0 (off): the database ends no idle connection",
                        "idle_session_timeout in force (pg_settings)")
                .needs(
                        scene.now().mean(Figures.FATAL),
                        value -> value >= 1,
                        8,
                        value -> "the database ends %s sessions itself (pg_stat_database.sessions_fatal)"
                                .formatted(Say.rate(value)),
                        value -> "the database ends %s sessions itself (sessions_fatal, line 1/s)"
                                .formatted(Say.rate(value)),
                        "sessions ended by the server (pg_stat_database.sessions_fatal)")
                .supports(
                        scene.now().mean(Figures.RESIDUAL),
                        value -> value <= -ConservationResidual.LINE,
                        8,
                        value -> "the pools hold %s connections that the database has ended (ghosts)"
                                .formatted(Say.number(-value)))
                .supports(
                        scene.now().mean(ConnectionChurn.REPLACED),
                        value -> value >= 1,
                        6,
                        value -> "the pools replace %s connections".formatted(Say.rate(value)))
                .supports(
                        scene.changeOf("idle_session_timeout").isPresent()
                                ? OptionalDouble.of(1)
                                : OptionalDouble.empty(),
                        value -> true,
                        6,
                        value -> scene.changeOf("idle_session_timeout")
                                .map(change -> "idle_session_timeout changed from %s to %s while we watched"
                                        .formatted(change.from(), change.to()))
                                .orElse(""));
    }

    @Override
    public Optional<Remedy> remedy(Scene scene) {
        return scene.inForce("idle_session_timeout").map(current -> {
            double lifetime = lifetime(scene);
            String suggested = Math.round(lifetime + MARGIN) + "s";
            return new Remedy(
                    "idle_session_timeout",
                    "PostgreSQL, in force by pg_settings (ALTER SYSTEM SET idle_session_timeout = '%s'; then reload)"
                            .formatted(suggested),
                    current,
                    suggested,
                    "longer than the pools keep a connection: max-lifetime %s + %s margin; 0 turns it off"
                            .formatted(Say.time(lifetime), Say.time(MARGIN)));
        });
    }

    private static OptionalDouble limit(Scene scene) {
        return scene.inForce("idle_session_timeout")
                .map(value -> Quantity.seconds(value, 0.001))
                .orElseGet(OptionalDouble::empty);
    }

    private static double lifetime(Scene scene) {
        return scene.tightest(SettingNames.MAX_LIFETIME)
                .map(DeclaredSetting::value)
                .map(value -> Quantity.seconds(value, 0.001))
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .orElse(DEFAULT_MAX_LIFETIME);
    }
}
