package io.poolwright.diagnose.hypotheses;

import io.poolwright.detect.Figures;
import io.poolwright.detect.LeakSuspected;
import io.poolwright.detect.Say;
import io.poolwright.diagnose.Hypothesis;
import io.poolwright.diagnose.Remedy;
import io.poolwright.diagnose.Scene;
import io.poolwright.diagnose.Weighing;
import io.poolwright.model.DeclaredSetting;
import io.poolwright.queueing.LittlesLaw;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The application borrows connections and does not give them back.
 *
 * <p>The pool counts them as used, the database sees them idle, and Little's law does not close: more are used than
 * returns × time in use can explain. Source: HikariCP issue 109; measured.
 */
public final class ConnectionLeak implements Hypothesis {
    private static final double UNEXPLAINED = 3;
    private static final int RATCHET = 8;
    /** An application that gets no processor holds connections idle too, but not for so many looks running. */
    private static final int LONG = 6;

    @Override
    public String id() {
        return "connection-leak";
    }

    @Override
    public String title() {
        return "Connections are not returned";
    }

    @Override
    public Weighing weigh(Scene scene) {
        return new Weighing()
                .needs(
                        scene.seen().last(LONG).min(Figures.UNACCOUNTED),
                        value -> value >= LeakSuspected.LINE,
                        10,
                        value -> "%s used connections at the least do nothing in the database (line %s)"
                                .formatted(Say.number(value), Say.number(LeakSuspected.LINE)),
                        value -> "all but %s used connections work in the database (line %s)"
                                .formatted(Say.number(Math.max(0, value)), Say.number(LeakSuspected.LINE)),
                        "used connections of the pools and their backends' states")
                .needs(
                        unexplained(scene),
                        value -> value >= UNEXPLAINED,
                        8,
                        value ->
                                "Little's law leaves %s used connections unexplained by returns × time in use (line %s)"
                                        .formatted(Say.number(value), Say.number(UNEXPLAINED)),
                        value -> "Little's law explains the used connections to within %s (line %s)"
                                .formatted(Say.number(value), Say.number(UNEXPLAINED)),
                        "returns and time in use (hikaricp_connections_usage_seconds)")
                .needs(
                        scene.seen().last(RATCHET).slope(Figures.UNACCOUNTED),
                        value -> value > -0.3,
                        2,
                        value -> "and they do not come back: %s per second over %s s".formatted(signed(value), RATCHET),
                        value -> "they come back: %s per second over %s s".formatted(signed(value), RATCHET),
                        "used connections over some seconds")
                .supports(scene.now().mean(Figures.FULLEST), value -> value >= 0.95, 3, value -> "the pool is full (%s)"
                        .formatted(Say.percent(value)))
                .supports(
                        scene.growth(Figures.RETURNS),
                        value -> value < 0.5,
                        3,
                        value -> "returns fell to %s of what they were".formatted(Say.percent(value)));
    }

    @Override
    public Optional<Remedy> remedy(Scene scene) {
        OptionalDouble use = scene.reference().ratio(Figures.USE_SECONDS, Figures.RETURNS);
        long threshold = Math.max(2000, Math.round(use.orElse(0.2) * 1000) * 100);
        return Optional.of(new Remedy(
                "leakDetectionThreshold",
                scene.tightest(SettingNames.LEAK_DETECTION_THRESHOLD)
                        .map(setting -> setting.origin().toString())
                        .orElse("not declared; " + SettingNames.LEAK_DETECTION_THRESHOLD),
                scene.tightest(SettingNames.LEAK_DETECTION_THRESHOLD)
                        .map(DeclaredSetting::value)
                        .orElse("0 (off, HikariCP's default)"),
                threshold + " ms",
                "a hundred times the mean time in use of %s, at least HikariCP's floor of 2000 ms: its log then names the line that borrows and does not close; restarting an instance frees its pool meanwhile"
                        .formatted(Say.time(use.orElse(0.2)))));
    }

    private static OptionalDouble unexplained(Scene scene) {
        OptionalDouble used = scene.now().mean(Figures.USED);
        OptionalDouble returns = scene.now().mean(Figures.RETURNS);
        OptionalDouble use = scene.now().mean(Figures.USE_SECONDS);
        if (used.isEmpty() || returns.isEmpty() || use.isEmpty()) {
            return OptionalDouble.empty();
        }
        double explained = returns.getAsDouble() > 0
                ? LittlesLaw.population(returns.getAsDouble(), use.getAsDouble() / returns.getAsDouble())
                : 0;
        return OptionalDouble.of(used.getAsDouble() - explained);
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.1f", value);
    }
}
