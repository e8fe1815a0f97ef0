package io.poolwright.model.live;

import java.util.Arrays;
import java.util.OptionalDouble;

/** All measures of one pool at one look; each is known or unknown. */
@SuppressWarnings("EnumOrdinal") // the place in the array, never written anywhere
public final class Measures {
    private static final Measure[] ALL = Measure.values();

    /** How many measures there are. */
    public static final int COUNT = ALL.length;

    private static final Measures NOTHING = new Measures(unknown());

    private final double[] values;

    private Measures(double[] values) {
        this.values = values;
    }

    /** Nothing is known: the source was silent. */
    public static Measures nothing() {
        return NOTHING;
    }

    /**
     * Measures in the order of {@link Measure}.
     *
     * @param values NaN where unknown; the array belongs to the measures from now on
     */
    public static Measures owning(double[] values) {
        if (values.length != COUNT) {
            throw new IllegalArgumentException("%d measures, there are %d".formatted(values.length, COUNT));
        }
        return new Measures(values);
    }

    /** An array in which all is unknown, to be filled and handed to {@link #owning}. */
    public static double[] unknown() {
        double[] values = new double[COUNT];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    /** The measure's value in its unit; empty when unknown. */
    public OptionalDouble get(Measure measure) {
        double value = values[measure.ordinal()];
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The same without a box, for the hot path: NaN when unknown. */
    public double raw(Measure measure) {
        return values[measure.ordinal()];
    }

    public boolean knows(Measure measure) {
        return !Double.isNaN(values[measure.ordinal()]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Measures that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("[");
        for (Measure measure : ALL) {
            if (knows(measure)) {
                text.append(text.length() > 1 ? " " : "")
                        .append(measure.id())
                        .append('=')
                        .append(raw(measure));
            }
        }
        return text.append(']').toString();
    }
}
