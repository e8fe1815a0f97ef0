package io.poolwright.detect.pool;

import io.poolwright.detect.Say;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import java.util.ArrayList;
import java.util.List;

/**
 * A pool that is watched cannot be seen: its source is silent, or it lacks the limit, the wait or the timeouts although its
 * kind of source could tell them. What is not seen is not known to be well.
 */
public final class PoolBlind implements PoolDetector {
    /** How long a signal must be missing (ms). */
    static final long HOLD = 300_000;

    private static final int LONGEST_REASON = 300;

    @Override
    public String id() {
        return "pool-blind";
    }

    @Override
    public String title() {
        return "Cannot be seen";
    }

    @Override
    public boolean watches(Tier tier) {
        return true;
    }

    @Override
    public Judge judge() {
        return new Eye();
    }

    private static final class Eye implements Judge {
        private final Held silent = new Held();
        private final Held missing = new Held();

        @Override
        public Sign look(Glance glance) {
            silent.be(glance.silent(), glance.now);
            if (glance.silent()) {
                return silent.soon() ? Sign.WARNING : Sign.UNKNOWN;
            }
            boolean lacks = lacks(glance);
            missing.be(lacks, glance.now);
            if (missing.lasts(HOLD)) {
                return Sign.INFO;
            }
            return lacks ? Sign.NEAR : Sign.CLEAR;
        }

        @Override
        public Finding say(Glance glance) {
            if (glance.silent()) {
                String text = "nothing was heard for %s looks: %s; how the pool does is not known"
                        .formatted(silent.looks(), cut(glance.silence));
                return new Finding(text, silent.looks(), 0, "", "every look is answered");
            }
            List<String> reasons = new ArrayList<>();
            for (Signal signal : wanted(glance.pool.tier())) {
                if (lacks(glance.reading(), signal)) {
                    reasons.add("%s: %s".formatted(signal.id(), cut(reason(glance.reading(), signal))));
                }
            }
            String text = "not known for %s, although the source could tell it: %s"
                    .formatted(Say.time(missing.millis() / 1000.0), String.join("; ", reasons));
            return new Finding(text, reasons.size(), 0, "", "limit, wait and timeouts are known");
        }

        private static boolean lacks(Glance glance) {
            Reading reading = glance.reading();
            for (Signal signal : wanted(glance.pool.tier())) {
                if (lacks(reading, signal)) {
                    return true;
                }
            }
            return false;
        }

        /** Only what the source has a reason for is missing; without one its kind does not tell such a thing. */
        private static boolean lacks(Reading reading, Signal signal) {
            if (reading.knows(signal) || (signal == Signal.WAIT_SECONDS && reading.knows(Signal.WAIT_MEAN))) {
                return false;
            }
            boolean aQueueOnly = signal == Signal.MAX && !reading.knows(Signal.USED);
            return !aQueueOnly && !reason(reading, signal).isEmpty();
        }

        private static String reason(Reading reading, Signal signal) {
            String reason = reading.reason(signal);
            return reason.isEmpty() && signal == Signal.WAIT_SECONDS ? reading.reason(Signal.WAIT_MEAN) : reason;
        }

        private static String cut(String reason) {
            return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + " …";
        }

        private static final Signal[] LIMIT = {Signal.MAX};
        private static final Signal[] LIMIT_AND_WAIT = {Signal.MAX, Signal.WAIT_SECONDS};
        private static final Signal[] ALL = {Signal.MAX, Signal.WAIT_SECONDS, Signal.TIMEOUTS};

        private static Signal[] wanted(Tier tier) {
            return switch (tier) {
                case POOL -> ALL;
                case POOLER, SERVER, HTTP_CLIENT -> LIMIT_AND_WAIT;
                default -> LIMIT;
            };
        }
    }
}
