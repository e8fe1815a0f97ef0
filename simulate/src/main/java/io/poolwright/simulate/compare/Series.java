package io.poolwright.simulate.compare;

import io.poolwright.simulate.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was measured of a stack, second by second. Immutable.
 *
 * <p>Seconds of which nothing is known are left out, and never counted as quiet.
 */
public final class Series {
    private final List<Second> seconds;

    private Series(List<Second> seconds) {
        this.seconds = seconds;
    }

    /** One second. */
    static final class Second {
        private final long offered;
        private final long good;
        private final long[] times;

        private Second(long offered, long good, long[] times) {
            this.offered = offered;
            this.good = good;
            this.times = times;
        }

        /** Requests. */
        long offered() {
            return offered;
        }

        /** Of them answered well. */
        long good() {
            return good;
        }

        /** Answered requests whose time falls into this bin of {@link Bins}. */
        long times(int bin) {
            return times[bin];
        }
    }

    /**
     * One answer of a load test.
     *
     * @param at when it was meant to start, in seconds since the test began; 0 or more
     * @param seconds from then to the answer
     * @param answered whether there was one
     */
    public record Answer(double at, double seconds, boolean answered) {
        public Answer {
            if (!(at >= 0) || !(seconds >= 0) || Double.isInfinite(at) || Double.isInfinite(seconds)) {
                throw new IllegalArgumentException(
                        "an answer has a start and a length of 0 s or more; had %s and %s".formatted(at, seconds));
            }
        }
    }

    /**
     * A second as a monitor sees it: counts, and a histogram of times when there is one.
     *
     * @param offered requests that came
     * @param good of them answered well
     * @param times how many answered requests took so many seconds; empty when there is no histogram
     */
    public record Look(long offered, long good, Map<Double, Long> times) {
        public Look {
            times = Map.copyOf(times);
            if (offered < 0 || good < 0) {
                throw new IllegalArgumentException(
                        "a look has counts of 0 or more; had %d offered and %d good".formatted(offered, good));
            }
        }
    }

    /**
     * The answers of a load test. Seconds between the first and the last in which nothing was started are part of it.
     *
     * @param limit an answer is good up to this long, in seconds
     */
    public static Series ofAnswers(List<Answer> answers, double limit) {
        TreeMap<Integer, List<Answer>> bySecond = new TreeMap<>();
        answers.forEach(answer -> bySecond.computeIfAbsent((int) Math.floor(answer.at()), second -> new ArrayList<>())
                .add(answer));
        List<Second> seconds = new ArrayList<>();
        if (!bySecond.isEmpty()) {
            for (int second = bySecond.firstKey(); second <= bySecond.lastKey(); second++) {
                seconds.add(second(bySecond.getOrDefault(second, List.of()), limit));
            }
        }
        return new Series(List.copyOf(seconds));
    }

    /** The seconds of a simulated run. */
    public static Series ofWindows(List<Window> windows) {
        List<Second> seconds = new ArrayList<>();
        for (Window window : windows) {
            long[] times = new long[Bins.COUNT];
            window.customers().latency().forEach((time, count) -> times[Bins.of(time)] += count);
            seconds.add(
                    new Second(window.customers().offered(), window.customers().good(), times));
        }
        return new Series(List.copyOf(seconds));
    }

    /** What a monitor saw, one look a second; those that it missed are simply not there. */
    public static Series ofLooks(List<Look> looks) {
        List<Second> seconds = new ArrayList<>();
        for (Look look : looks) {
            long[] times = new long[Bins.COUNT];
            look.times().forEach((time, count) -> times[Bins.of(time)] += count);
            seconds.add(new Second(look.offered(), look.good(), times));
        }
        return new Series(List.copyOf(seconds));
    }

    private static Second second(List<Answer> answers, double limit) {
        long[] times = new long[Bins.COUNT];
        long good = 0;
        for (Answer answer : answers) {
            if (answer.answered()) {
                times[Bins.of(answer.seconds())]++;
                good += answer.seconds() <= limit ? 1 : 0;
            }
        }
        return new Second(answers.size(), good, times);
    }

    /** How many seconds there are. */
    public int length() {
        return seconds.size();
    }

    Second second(int index) {
        return seconds.get(index);
    }

    /** Requests a second; 0 of none. */
    public double rate() {
        return seconds.stream().mapToLong(Second::offered).average().orElse(0);
    }

    /** One number for each second, for what it has in common with the second before. */
    double[] badness() {
        double[] badness = new double[seconds.size()];
        for (int i = 0; i < badness.length; i++) {
            Second second = seconds.get(i);
            double slow = 0;
            long answered = 0;
            for (int bin = 0; bin < Bins.COUNT; bin++) {
                slow += second.times(bin) * Math.log(Bins.seconds(bin));
                answered += second.times(bin);
            }
            double lost = second.offered() == 0 ? 0 : (second.offered() - second.good()) / (double) second.offered();
            badness[i] = (answered == 0 ? 0 : slow / answered) + 10 * lost;
        }
        return badness;
    }
}
