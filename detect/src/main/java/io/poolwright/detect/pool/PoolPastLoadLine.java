package io.poolwright.detect.pool;

import io.poolwright.detect.Say;
import io.poolwright.detect.pool.Trail.Sum;
import io.poolwright.model.live.Tier;

/**
 * Everything is lent out and callers wait longer than a busy pool makes them wait.
 *
 * <p>Full without waiting is efficient, and a line that moves in milliseconds is how a busy pool looks: neither is wrong. Of
 * a source that tells neither waits nor throughput only a line that is long against the pool, or never moves, is believed.
 */
public final class PoolPastLoadLine implements PoolDetector {
    /** Used by max, on the mean of five minutes; a starting value. */
    static final double LOAD = 0.85;
    /** Share of the callers' budget that a full pool may make them wait, for five minutes; a starting value. */
    static final double SLOW = 0.05;
    /** Share of the budget that is wrong at once when the pool is full. */
    static final double FAST = 0.2;
    /** A line so many times as long as the pool is wrong by itself. */
    static final double LINES = 3;
    /** A line that did not shrink once in so many looks does not move. */
    static final int STUCK_LOOKS = 12;

    /** Seconds of the last five minutes of which the load must be known. */
    private static final double COVERED = 240;
    /** A look that spans so long (s) is not the chance of a moment. */
    private static final double LONG = 10;
    /** Everything used at every look for so long (ms), where the line cannot be seen. */
    private static final long UNSEEN = 60_000;

    @Override
    public String id() {
        return "pool-past-load-line";
    }

    @Override
    public String title() {
        return "Full, and callers wait";
    }

    @Override
    public boolean watches(Tier tier) {
        return tier != Tier.SERVER && tier != Tier.DATABASE;
    }

    @Override
    public Judge judge() {
        return new Eye();
    }

    private static final class Eye implements Judge {
        private final Held full = new Held();
        private final Held waiting = new Held();
        private final Held over = new Held();
        private final Held longLine = new Held();
        private int stuck;
        private double lineBefore = Double.NaN;
        private Why why = Why.NOT;

        @Override
        public Sign look(Glance glance) {
            if (glance.silent() || Double.isNaN(glance.used) || Double.isNaN(glance.max)) {
                return Sign.UNKNOWN;
            }
            why = why(glance);
            return switch (why) {
                case WAITING_NOW -> Sign.CRITICAL;
                case NOT -> clear(glance) ? Sign.CLEAR : Sign.NEAR;
                default -> Sign.WARNING;
            };
        }

        private Why why(Glance glance) {
            long now = glance.now;
            double budget = glance.callers.seconds();
            boolean line = glance.full() && glance.pending > 0;
            full.be(glance.full(), now);
            waiting.be(line, now);
            boolean bad = line && glance.wait > FAST * budget;
            over.be(bad, now);
            boolean blunt = line && Double.isNaN(glance.throughput) && Double.isNaN(glance.wait);
            longLine.be(blunt && glance.pending >= LINES * glance.max, now);
            stuck = blunt && !(glance.pending < lineBefore) ? stuck + 1 : 0;
            lineBefore = glance.pending;
            if (over.soon() || (bad && glance.seconds >= LONG && waiting.looks() >= 2)) {
                return Why.WAITING_NOW;
            }
            if (longLine.soon()) {
                return Why.LONG_LINE;
            }
            if (stuck >= STUCK_LOOKS) {
                return Why.STUCK;
            }
            if (Double.isNaN(glance.pending) && full.lasts(UNSEEN)) {
                return glance.pool.tier() == Tier.WORKERS || glance.pool.tier() == Tier.FRONTEND
                        ? Why.LINE_UNSEEN
                        : Why.NOT;
            }
            boolean covered = glance.trail.fiveMinutes(Sum.LOAD_SECONDS) >= COVERED;
            return covered && load(glance) >= LOAD && meanWait(glance) > SLOW * budget ? Why.FIVE_MINUTES : Why.NOT;
        }

        private static boolean clear(Glance glance) {
            return glance.used < 0.8 * glance.max
                    || glance.pending == 0
                    || glance.wait < SLOW / 2 * glance.callers.seconds();
        }

        private static double load(Glance glance) {
            return glance.trail.fiveMinutes(Sum.LOAD) / glance.trail.fiveMinutes(Sum.LOAD_SECONDS);
        }

        private static double meanWait(Glance glance) {
            return glance.trail.fiveMinutes(Sum.WAIT_SECONDS) / glance.trail.fiveMinutes(Sum.WAITS);
        }

        @Override
        public Finding say(Glance glance) {
            Budget budget = glance.callers;
            String head = "%s %s".formatted(Words.fill(glance), "(" + Words.what(glance) + ")");
            return switch (why) {
                case FIVE_MINUTES ->
                    new Finding(
                            "%s on the mean of 5 min, and callers wait %s each (line: %s used and %s, %s of %s, %s): every further request only lengthens the line"
                                    .formatted(
                                            Say.percent(load(glance)) + " of the " + Words.what(glance) + " are used",
                                            Say.time(meanWait(glance)),
                                            Say.percent(LOAD),
                                            Say.time(SLOW * budget.seconds()),
                                            Say.percent(SLOW),
                                            Say.time(budget.seconds()),
                                            budget.origin()),
                            load(glance),
                            LOAD,
                            "",
                            "85 % of the limit");
                case LONG_LINE ->
                    new Finding(
                            "%s: a line %s times as long as the pool (line: %s); how long they wait this source does not tell"
                                    .formatted(head, Say.number(glance.pending / glance.max), Say.number(LINES)),
                            glance.pending,
                            LINES * glance.max,
                            "",
                            "three times the limit");
                case STUCK ->
                    new Finding(
                            "%s, and the line has not shrunk in %s looks: nothing comes back, or more comes than is served"
                                    .formatted(head, STUCK_LOOKS),
                            glance.pending,
                            0,
                            "",
                            "a line that moves");
                case LINE_UNSEEN ->
                    new Finding(
                            "%s: at every look for %s nothing was free; who comes now waits where this source does not see it"
                                    .formatted(head, Say.time(full.millis() / 1000.0)),
                            glance.used,
                            glance.max,
                            "",
                            "the limit itself");
                default ->
                    new Finding(
                            "%s for %s each (line: %s, %s of %s, %s): whoever comes now waits at least as long"
                                    .formatted(
                                            head,
                                            Say.time(glance.wait),
                                            Say.time(FAST * budget.seconds()),
                                            Say.percent(FAST),
                                            Say.time(budget.seconds()),
                                            budget.origin()),
                            glance.wait,
                            FAST * budget.seconds(),
                            "s",
                            budget.origin());
            };
        }
    }

    private enum Why {
        NOT,
        WAITING_NOW,
        FIVE_MINUTES,
        LONG_LINE,
        STUCK,
        LINE_UNSEEN
    }
}
