package io.poolwright.diagnose;

import io.poolwright.detect.Figure;
import io.poolwright.detect.Figures;
import io.poolwright.detect.Frame;
import io.poolwright.detect.Resends;
import io.poolwright.detect.Watching;
import io.poolwright.detect.Window;
import io.poolwright.model.DatabaseSample;
import io.poolwright.model.DeclaredSetting;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a hypothesis looks at: the last seconds, the time before anything was wrong, what is declared, what changed.
 *
 * @param at time of the last look
 * @param now the last frames
 * @param seen every frame kept
 * @param reference frames from before anything was wrong; empty when there are too few
 * @param onset when the first alert of this trouble fired; the trouble began up to {@code Watch}'s lead earlier
 * @param changes what was seen to change, oldest first
 */
public record Scene(Instant at, Window now, Window seen, Window reference, Instant onset, List<Change> changes) {
    /** Long enough to steady a mean at some tens of requests a second, short enough to name a cause in time. */
    static final int NOW = 4;
    /** Fewer frames than this are no steady state. */
    static final int STEADY = 3;
    /** So many times the usual arrivals are more customers, or the same ones again. */
    private static final double MANY_MORE = 1.5;

    public Scene {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(seen, "seen");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(onset, "onset");
        changes = List.copyOf(changes);
    }

    static Scene of(Watching watching) {
        Instant onset = watching.alerts().isEmpty()
                ? watching.at()
                : watching.alerts().get(0).firedAt();
        return new Scene(
                watching.at(),
                watching.seen().last(NOW),
                watching.seen(),
                watching.reference(),
                onset,
                Change.in(watching.seen()));
    }

    /** How many times its reference a figure is now; empty when either is unknown or the reference is zero. */
    public OptionalDouble growth(Figure figure) {
        return quotient(now.mean(figure), reference.mean(figure));
    }

    /** How many times its reference a quotient of figures is now. */
    public OptionalDouble growth(Figure numerator, Figure denominator) {
        return quotient(now.ratio(numerator, denominator), reference.ratio(numerator, denominator));
    }

    /** One number over another; empty when either is unknown or the second is zero. */
    public static OptionalDouble quotient(OptionalDouble a, OptionalDouble b) {
        return a.isPresent() && b.isPresent() && b.getAsDouble() > 0
                ? OptionalDouble.of(a.getAsDouble() / b.getAsDouble())
                : OptionalDouble.empty();
    }

    /** The smallest of a figure over the last frames, if there are enough of them. */
    public OptionalDouble floor(Figure figure) {
        return now.frames().size() < STEADY ? OptionalDouble.empty() : now.min(figure);
    }

    /**
     * Connections that the offered load needs: first attempts × borrows per request × time in use, the last two as they
     * were before the trouble (erlangs). Unknown when more arrive than before and repeated attempts are not counted: they
     * may be most of it.
     */
    public OptionalDouble demand() {
        return demand(fresh());
    }

    /** The same for the arrivals of before the trouble (erlangs). */
    public OptionalDouble usualDemand() {
        return demand(reference.median(Figures.ARRIVALS));
    }

    private OptionalDouble demand(OptionalDouble fresh) {
        OptionalDouble borrows = reference.ratio(Figures.PAIRED_WAITS, Figures.PAIRED_COMPLETIONS);
        OptionalDouble use = reference.ratio(Figures.USE_SECONDS, Figures.RETURNS);
        return fresh.isPresent() && borrows.isPresent() && use.isPresent()
                ? OptionalDouble.of(fresh.getAsDouble() * borrows.getAsDouble() * use.getAsDouble())
                : OptionalDouble.empty();
    }

    /**
     * First attempts now (1/s). Where repeated ones are not counted, all arrivals, as long as there are not many more than
     * before: those could be repeats. Empty where it cannot be told.
     */
    public OptionalDouble fresh() {
        if (now.mean(Figures.RESENT).isPresent()) {
            return Resends.fresh(now);
        }
        return growth(Figures.ARRIVALS).orElse(MANY_MORE) < MANY_MORE
                ? now.mean(Figures.ARRIVALS)
                : OptionalDouble.empty();
    }

    /** The database's answer in the last seconds; what it said before it fell silent may hold no longer. */
    public Optional<DatabaseSample> database() {
        List<Frame> frames = now.frames();
        for (int i = frames.size() - 1; i >= 0; i--) {
            Optional<Frame.Store> store = frames.get(i).store().value();
            if (store.isPresent()) {
                return store.map(Frame.Store::now);
            }
        }
        return Optional.empty();
    }

    /** A database setting in force, as the database writes it. */
    public Optional<String> inForce(String name) {
        return database()
                .flatMap(sample -> Optional.ofNullable(sample.settings().get(name)));
    }

    /** Declarations of a setting that are in files now, in owner order as they were read. */
    public List<DeclaredSetting> declared(String name) {
        List<Frame> frames = seen.frames();
        return frames.isEmpty()
                ? List.of()
                : frames.get(frames.size() - 1).settings().stream()
                        .filter(setting -> setting.name().equals(name))
                        .toList();
    }

    /** The declaration with the smallest value: the tightest limit decides. */
    public Optional<DeclaredSetting> tightest(String name) {
        return declared(name).stream()
                .filter(setting -> Quantity.number(setting.value()).isPresent())
                .min((a, b) -> Double.compare(
                        Quantity.number(a.value()).getAsDouble(),
                        Quantity.number(b.value()).getAsDouble()));
    }

    /** The first time that a setting's number went down while we watched. */
    public Optional<Change> lowered(Change.Kind kind, String what) {
        return changes.stream()
                .filter(change -> change.kind() == kind && change.what().equals(what))
                .filter(change -> Quantity.number(change.to()).orElse(0)
                        < Quantity.number(change.from()).orElse(0))
                .findFirst();
    }

    /** The last change of a declared or effective setting. */
    public Optional<Change> changeOf(String name) {
        return changes.stream().filter(change -> change.what().equals(name)).reduce((earlier, later) -> later);
    }
}
