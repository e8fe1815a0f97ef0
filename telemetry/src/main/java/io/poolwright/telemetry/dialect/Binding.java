package io.poolwright.telemetry.dialect;

import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import java.util.Objects;
import java.util.Optional;

/**
 * What one series is: one number of one pool.
 *
 * @param tier where the pool is
 * @param pool its name; empty text when the number belongs to every pool of the group
 * @param group what several pools have in common, such as a pooler's database; empty text for none
 * @param part which number: a signal's ordinal, or a scratch place of {@link Parts}
 * @param how what is done with several series for one number
 * @param scale what the value is multiplied with to be in the signal's unit
 * @param bound upper bound of a histogram's bucket, in the signal's unit; NaN for all else
 * @param odd what it means when the value is negative or no number; empty text when it means nothing in particular
 * @param also which other number it is as well, such as part of a sum
 */
public record Binding(
        Tier tier,
        String pool,
        String group,
        int part,
        How how,
        double scale,
        double bound,
        String odd,
        Optional<Binding> also) {
    public Binding {
        Objects.requireNonNull(tier, "tier");
        Objects.requireNonNull(pool, "pool");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(how, "how");
        Objects.requireNonNull(odd, "odd");
        Objects.requireNonNull(also, "also");
    }

    /** The one series that says it. */
    public static Binding of(Tier tier, String pool, Signal signal) {
        return of(tier, pool, Parts.place(signal));
    }

    /** The one series that says a scratch number, see {@link Parts#SCRATCH}. */
    public static Binding of(Tier tier, String pool, int part) {
        return new Binding(tier, pool, "", part, How.ONLY, 1, Double.NaN, "", Optional.empty());
    }

    /** One of several series whose sum it is. */
    public Binding summed() {
        return new Binding(tier, pool, group, part, How.SUM, scale, bound, odd, also);
    }

    /** The same in another unit. */
    public Binding times(double factor) {
        return new Binding(tier, pool, group, part, how, scale * factor, bound, odd, also);
    }

    /** A cumulative bucket of a histogram, up to a bound in the unit of {@link #scale}. */
    public Binding bucket(double upTo) {
        return new Binding(tier, pool, group, part, How.BUCKET, 1, upTo * scale, odd, also);
    }

    /** What a value that is no number, or below zero, means here. */
    public Binding odd(String meaning) {
        return new Binding(tier, pool, group, part, how, scale, bound, meaning, also);
    }

    /** A pool that shares numbers with the others of a group. */
    public Binding in(String ofGroup) {
        return new Binding(tier, pool, ofGroup, part, how, scale, bound, odd, also);
    }

    /** A number that each pool of the group has. */
    public static Binding ofEach(Tier tier, String group, Signal signal) {
        return new Binding(tier, "", group, Parts.place(signal), How.EACH, 1, Double.NaN, "", Optional.empty());
    }

    /** A number that the group has in all, so that it is a pool's only when the group has no other. */
    public static Binding ofTheOnly(Tier tier, String group, Signal signal) {
        return new Binding(tier, "", group, Parts.place(signal), How.SINGLE, 1, Double.NaN, "", Optional.empty());
    }

    /** Another number that the same series is. */
    public Binding also(Binding other) {
        return new Binding(tier, pool, group, part, how, scale, bound, odd, Optional.of(other));
    }

    /** What is done with several series that are bound to one number. */
    public enum How {
        /** There should be one; two that differ make it unknown. */
        ONLY,
        /** They are added; one that is no number makes the sum unknown. */
        SUM,
        /** A histogram's bucket. */
        BUCKET,
        /** A group's, valid for each of its pools. */
        EACH,
        /** A group's total, valid for its only pool. */
        SINGLE
    }
}
