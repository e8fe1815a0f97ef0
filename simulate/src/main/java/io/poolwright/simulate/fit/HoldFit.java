package io.poolwright.simulate.fit;

import io.poolwright.queueing.law.Law;
import io.poolwright.queueing.law.Lognormal;
import java.util.List;
import java.util.Optional;

/** How the law of the time in use is found from looks: the best that their source allows. */
sealed interface HoldFit {
    /** Fewer uses tell no 99th percentile: ten of them lie beyond it (a starting value). */
    int ENOUGH_USES = 1000;
    /** Fewer ages tell no tail (a starting value). */
    int ENOUGH_AGES = 100;

    /**
     * The law.
     *
     * @param mean time in use, in seconds
     */
    Law law(Sums sums, double mean);

    /** From what, for people. */
    String words();

    /** What it leaves open, when it does. */
    Optional<Unidentified> open();

    /**
     * The best way for these looks.
     *
     * @param cut at which uses are cut off, in seconds; infinite when they are not
     */
    static HoldFit of(Sums sums, double cut) {
        double longest = sums.most(look -> look.pool().longestUse());
        Optional<Histogram> uses = sums.uses();
        if (uses.isPresent() && uses.get().total() > 0) {
            Intervals data = Intervals.of(uses.get(), cut, longest);
            if (data.total() > 0 && data.cutShare() < 1) {
                return new ByHistogram(
                        Shape.of(data, longest), cut, longest, data.total(), data.cutShare(), data.cut());
            }
        }
        List<Double> ages = sums.ages();
        if (ages.size() >= ENOUGH_AGES / 2) {
            return new ByAges(ages.size());
        }
        double count = sums.total(look -> look.pool().returns());
        return longest > 0 && count > 0 && !(longest >= cut) ? new ByLongest(longest, count) : new ByMean();
    }

    /**
     * From the pool's own histogram.
     *
     * @param shape kind of law, the same for every sample
     * @param limit at which uses are cut off, in seconds
     * @param longest that was seen, in seconds
     * @param uses how many
     * @param cutShare share of them that was cut off
     * @param cut above which nothing is known, in seconds
     */
    record ByHistogram(Shape shape, double limit, double longest, double uses, double cutShare, double cut)
            implements HoldFit {
        @Override
        public Law law(Sums sums, double mean) {
            Intervals data = Intervals.of(sums.uses().orElseThrow(), limit, longest);
            Law law = shape.fit(data, longest);
            double off = mean / law.mean();
            // The sum of the uses is exact, their places within the intervals are not.
            return data.cutShare() == 0 && off > 0.9 && off < 1.1 ? law.scaled(off) : law;
        }

        @Override
        public String words() {
            return "histogram of %.0f uses, %s"
                    .formatted(
                            uses,
                            switch (shape) {
                                case LOGNORMAL -> "lognormal";
                                case MIXTURE -> "a mixture of two";
                                case MEASURED -> "as measured";
                            });
        }

        @Override
        public Optional<Unidentified> open() {
            if (cutShare > 0) {
                return Optional.of(new Unidentified(
                        "the time a connection is held beyond %.3g s".formatted(cut),
                        "a limit cuts %.2g %% of the uses there, and the model goes on as the rest looks"
                                .formatted(100 * cutShare),
                        "record a while with a longer socket timeout, or log slow statements in the database",
                        false));
            }
            return uses < ENOUGH_USES
                    ? Optional.of(new Unidentified(
                            "the tail of the time a connection is held",
                            "only %.0f uses were recorded, and 1 of 100 lies in it".formatted(uses),
                            "record longer: %d uses".formatted(ENOUGH_USES),
                            false))
                    : Optional.empty();
        }
    }

    /**
     * From the mean and the ages of running statements.
     *
     * @param ages how many
     */
    record ByAges(int ages) implements HoldFit {
        @Override
        public Law law(Sums sums, double mean) {
            double active = sums.level(look -> look.database().active());
            double rate = sums.rate(look -> look.pool().returns());
            double statement = Math.min(mean, active / rate);
            if (!(statement > 0)) {
                return Lognormal.of(mean, 1);
            }
            Lognormal law = Ages.fromAges(statement, sums.ages());
            // What is not a statement is taken to be the same for all: the spread is the statement's.
            return Lognormal.of(mean, Math.max(0.05, law.coefficientOfVariation() * statement / mean));
        }

        @Override
        public String words() {
            return "mean use time, and its spread from the ages of %d running statements".formatted(ages);
        }

        @Override
        public Optional<Unidentified> open() {
            return Optional.of(new Unidentified(
                    "the tail of the time a connection is held",
                    ages < ENOUGH_AGES
                            ? "the pool keeps no histogram, and only %d running statements were seen".formatted(ages)
                            : "the pool keeps no histogram; its shape is taken to be lognormal",
                    DeclaredLoad.HISTOGRAM,
                    false));
        }
    }

    /**
     * From the mean and the longest.
     *
     * @param longest in seconds
     * @param uses among which it was the longest
     */
    record ByLongest(double longest, double uses) implements HoldFit {
        @Override
        public Law law(Sums sums, double mean) {
            return longest > mean ? Ages.fromLongest(mean, longest, uses) : Lognormal.of(mean, 0.1);
        }

        @Override
        public String words() {
            return "mean and longest use time of %.0f".formatted(uses);
        }

        @Override
        public Optional<Unidentified> open() {
            return Optional.of(new Unidentified(
                    "the tail of the time a connection is held",
                    "the pool keeps no histogram; only its longest use tells of it",
                    DeclaredLoad.HISTOGRAM,
                    false));
        }
    }

    /** From the mean alone: as spread as it is long, for want of anything better. */
    record ByMean() implements HoldFit {
        @Override
        public Law law(Sums sums, double mean) {
            return Lognormal.of(mean, 1);
        }

        @Override
        public String words() {
            return "mean use time; its spread is assumed";
        }

        @Override
        public Optional<Unidentified> open() {
            return Optional.of(new Unidentified(
                    "the tail of the time a connection is held",
                    "the pool keeps no histogram and no running statement was seen",
                    DeclaredLoad.HISTOGRAM,
                    true));
        }
    }
}
