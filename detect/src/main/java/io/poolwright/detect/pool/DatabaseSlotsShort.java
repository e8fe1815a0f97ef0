package io.poolwright.detect.pool;

import io.poolwright.detect.Say;
import io.poolwright.model.live.Tier;

/** The database is about to turn clients away. */
public final class DatabaseSlotsShort implements PoolDetector {
    /** Share of the usable slots: one rolling update or one more instance is then too many; a starting value. */
    static final double LINE = 0.8;
    /** From here the next few clients decide. */
    static final double NEARLY_ALL = 0.95;
    /** Clearly below. */
    static final double CLEAR = 0.75;

    @Override
    public String id() {
        return "database-slots-short";
    }

    @Override
    public String title() {
        return "The database runs out of slots";
    }

    @Override
    public boolean watches(Tier tier) {
        return tier == Tier.DATABASE;
    }

    @Override
    public Judge judge() {
        return new Eye();
    }

    private static final class Eye implements Judge {
        private final Held over = new Held();
        private final Held nearlyAll = new Held();

        @Override
        public Sign look(Glance glance) {
            if (glance.lost > 0) {
                return Sign.CRITICAL;
            }
            double share = glance.used / glance.max;
            if (Double.isNaN(share)) {
                return Sign.UNKNOWN;
            }
            over.be(share > LINE, glance.now);
            nearlyAll.be(share > NEARLY_ALL, glance.now);
            if (nearlyAll.soon()) {
                return Sign.CRITICAL;
            }
            if (over.soon()) {
                return Sign.WARNING;
            }
            return share < CLEAR ? Sign.CLEAR : Sign.NEAR;
        }

        @Override
        public Finding say(Glance glance) {
            String refused = glance.lost > 0 ? "; %s turned away".formatted(Say.number(glance.lost)) : "";
            String text =
                    "%s of %s slots for clients are taken%s (line: %s): when none is left, every new connection fails, and scaling out makes it worse"
                            .formatted(Words.known(glance.used), Words.known(glance.max), refused, Say.percent(LINE));
            return new Finding(text, glance.used, LINE * glance.max, "", "80 % of the database's own limit");
        }
    }
}
