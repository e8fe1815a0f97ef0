package io.poolwright.telemetry.dialect;

import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The numbers of one pool as one page gives them, and those of the page before. For one thread. */
@SuppressWarnings("EnumOrdinal") // the place in the array, never written anywhere
public final class Parts {
    private static final Signal[] SIGNALS = Signal.values();

    /** The first of a few places for numbers that are no signal themselves but make one up. */
    public static final int SCRATCH = SIGNALS.length;

    private static final int SIZE = SCRATCH + 8;

    private double[] now = unknown();
    private double[] before = unknown();
    private final @Nullable String[] why = new @Nullable String[SIZE];
    private boolean whys;
    private boolean boundless;

    /** The place of a signal among the numbers. */
    public static int place(Signal signal) {
        return signal.ordinal();
    }

    /** The signal at a place below {@link #SCRATCH}. */
    public static Signal signal(int place) {
        return SIGNALS[place];
    }

    /** Begins a page; what was known becomes what was known before. */
    public void begin() {
        double[] oldest = before;
        before = now;
        now = oldest;
        Arrays.fill(now, Double.NaN);
        boundless = false;
        if (whys) {
            Arrays.fill(why, null);
            whys = false;
        }
    }

    /** Takes the value of the only series that should say a number. */
    public void only(int part, double value, Binding binding) {
        if (!sound(value)) {
            refuse(part, odd(binding, value));
        } else if (Double.isNaN(now[part])) {
            now[part] = why[part] == null ? value * binding.scale() : Double.NaN;
        } else if (now[part] != value * binding.scale()) {
            refuse(part, "several series of the page say it, and they differ");
        }
    }

    /** Adds one series of a sum; one that is no number makes the sum unknown. */
    public void sum(int part, double value, Binding binding) {
        if (!sound(value)) {
            refuse(part, odd(binding, value));
        } else if (why[part] == null) {
            now[part] = (Double.isNaN(now[part]) ? 0 : now[part]) + value * binding.scale();
        }
    }

    /** What the page says of a signal; NaN when unknown. */
    public double get(Signal signal) {
        return now[signal.ordinal()];
    }

    /** What the page says of a scratch number; NaN when unknown. */
    public double get(int part) {
        return now[part];
    }

    /** Says that what the page tells of has no limit: nobody ever waits for it, so it is no pool and is not told of. */
    public void holdsNobodyBack() {
        boundless = true;
    }

    /** Whether it has no limit. */
    public boolean isBoundless() {
        return boundless;
    }

    /** Whether the page says anything of a signal that is a number. */
    public boolean knows(Signal signal) {
        return !Double.isNaN(now[signal.ordinal()]);
    }

    /** Whether the signal grew or fell since the page before; a signal unknown on either page did not, as far as one can tell. */
    public boolean moved(Signal signal) {
        double then = before[signal.ordinal()];
        double value = now[signal.ordinal()];
        return !Double.isNaN(then) && !Double.isNaN(value) && then != value;
    }

    /** Sets a signal that follows from others; NaN, infinite or negative leaves it unknown. */
    public void set(Signal signal, double value) {
        now[signal.ordinal()] = sound(value) ? value : Double.NaN;
    }

    /** Takes a number back, with the reason. */
    public void refuse(int part, String reason) {
        now[part] = Double.NaN;
        because(part, reason);
    }

    /** Takes a signal back, with the reason. */
    public void refuse(Signal signal, String reason) {
        refuse(signal.ordinal(), reason);
    }

    /** Says why a signal is unknown, if it stays so. */
    public void because(Signal signal, String reason) {
        because(signal.ordinal(), reason);
    }

    /** The total, where the page gives what is used and what is idle and no total. */
    public void totalFromUsedAndIdle() {
        if (!knows(Signal.TOTAL)) {
            set(Signal.TOTAL, get(Signal.USED) + get(Signal.IDLE));
        }
    }

    /** What is idle, where the page gives the total and what is used. */
    public void idleFromTotalAndUsed() {
        if (!knows(Signal.IDLE)) {
            set(Signal.IDLE, get(Signal.TOTAL) - get(Signal.USED));
        }
    }

    /** Fills in what is unknown here and known there: another dialect's account of the same pool. */
    public void fillFrom(Parts other) {
        for (int part = 0; part < SCRATCH; part++) {
            fill(part, other);
        }
    }

    /** Fills in one number that is unknown here and known there. */
    public void fill(int part, Parts other) {
        if (Double.isNaN(now[part])) {
            now[part] = other.now[part];
            if (Double.isNaN(now[part]) && why[part] == null && other.why[part] != null) {
                because(part, other.why[part]);
            }
        }
    }

    /** Hands what is known, and why the rest is not, to a reading. */
    public void into(Reading.Builder reading, Map<Signal, String> reasons) {
        for (Signal signal : SIGNALS) {
            int part = signal.ordinal();
            if (!Double.isNaN(now[part])) {
                reading.set(signal, now[part]);
                continue;
            }
            String reason = why[part];
            if (reason == null) {
                reason = reasons.get(signal);
            }
            if (reason != null) {
                reading.because(signal, reason);
            }
        }
    }

    private void because(int part, String reason) {
        why[part] = reason;
        whys = true;
    }

    private static boolean sound(double value) {
        return value >= 0 && value < Double.POSITIVE_INFINITY;
    }

    private static String odd(Binding binding, double value) {
        return binding.odd().isEmpty()
                ? "the page says %s, which is no number of anything".formatted(value)
                : binding.odd();
    }

    private static double[] unknown() {
        double[] values = new double[SIZE];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
