package io.poolwright.config.pool;

import io.poolwright.model.Origin;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One setting as the product will use it. Times are in milliseconds, whatever unit the product reads.
 *
 * @param name the product's key
 * @param written what a person wrote, when somebody did
 * @param value in force: milliseconds, a count, or 1 and 0 for yes and no; empty when refused or unknown
 * @param fate how the value came to be
 * @param why the product's own words when it replaces, ignores or refuses; what is missing when unknown; the source of a
 *     default
 */
public record Effective(String name, Optional<Written> written, OptionalLong value, Fate fate, String why) {
    /** A time without end. */
    public static final long FOREVER = Long.MAX_VALUE;

    public Effective {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(written, "written");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(fate, "fate");
        Objects.requireNonNull(why, "why");
        boolean without = fate == Fate.UNKNOWN || fate == Fate.REFUSED;
        if (without == value.isPresent()) {
            throw new IllegalArgumentException("%s: %s and value %s".formatted(name, fate, value));
        }
    }

    /** In force as written. */
    public static Effective kept(String name, Written written, long value) {
        return new Effective(name, Optional.of(written), OptionalLong.of(value), Fate.KEPT, "");
    }

    /** Not written; the default of that source. */
    public static Effective defaulted(String name, long value, String source) {
        return new Effective(name, Optional.empty(), OptionalLong.of(value), Fate.DEFAULTED, source);
    }

    static Effective refused(String name, Written written, String why) {
        return new Effective(name, Optional.of(written), OptionalLong.empty(), Fate.REFUSED, why);
    }

    static Effective unknown(String name, Optional<Written> written, String missing) {
        return new Effective(name, written, OptionalLong.empty(), Fate.UNKNOWN, missing);
    }

    Effective replaced(long by, String words) {
        return new Effective(name, written, OptionalLong.of(by), Fate.REPLACED, words);
    }

    Effective ignored(String words) {
        return new Effective(name, written, value, Fate.IGNORED, words);
    }

    /** The same setting without any effect: what it limits never happens. */
    public Effective never(String because) {
        Fate now = written.isPresent() ? Fate.IGNORED : Fate.DEFAULTED;
        return new Effective(name, written, OptionalLong.of(FOREVER), now, because);
    }

    /** The same setting under another of its names. */
    public Effective named(String otherName) {
        return new Effective(otherName, written, value, fate, why);
    }

    /** The same setting, not known for want of something. */
    public Effective unknownFor(String missing) {
        return unknown(name, written, missing);
    }

    /** The same setting with {@link #FOREVER} where the product takes zero or less for no limit. */
    public Effective endlessAtZero() {
        return value.isPresent() && value.getAsLong() <= 0
                ? new Effective(name, written, OptionalLong.of(FOREVER), fate, why)
                : this;
    }

    /** Whether the value in force is known. */
    public boolean known() {
        return value.isPresent();
    }

    /** Whether the value in force is known and is this one. */
    public boolean is(long wanted) {
        return value.isPresent() && value.getAsLong() == wanted;
    }

    /** Whether the setting is a yes. */
    public boolean yes() {
        return is(1);
    }

    /** Where a person wrote it. */
    public Optional<Origin> origin() {
        return written.map(Written::origin);
    }

    /** The number a person wrote, whatever became of it. */
    public OptionalLong writtenNumber() {
        return written.map(text -> Numbers.whole(text.text())).orElse(OptionalLong.empty());
    }
}
