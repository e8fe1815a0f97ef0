package io.poolwright.simulate.plan.sizing;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A rule that people size pools by, so that ours is held against something.
 *
 * <p>Each sees what its users would: the load, the database's processors, and what the default configuration shows or, for those that
 * adapt, what every size shows that they try.
 */
public enum Rule {
    /** HikariCP's default: ten, whatever the stack. */
    HIKARI_DEFAULT("HikariCP default 10") {
        @Override
        Optional<Integer> size(Facts facts) {
            return Optional.of(10);
        }
    },
    /** Twice the database's processors and one disk, shared among the instances. Source: HikariCP's wiki, About Pool Sizing. */
    TWICE_CORES("2c + 1") {
        @Override
        Optional<Integer> size(Facts facts) {
            return Optional.of(atLeastOne(Math.ceil((2 * facts.databaseCores() + 1) / facts.instances())));
        }
    },
    /** Half as many again as Little's law says are held on average. */
    LITTLE("Little x 1.5") {
        @Override
        Optional<Integer> size(Facts facts) {
            OptionalDouble hold = facts.hold();
            return hold.isEmpty()
                    ? Optional.empty()
                    : Optional.of(atLeastOne(Math.ceil(1.5 * facts.rate() / facts.instances() * hold.getAsDouble())));
        }
    },
    /** Fifty, which many a guide says. */
    FIFTY("50") {
        @Override
        Optional<Integer> size(Facts facts) {
            return Optional.of(50);
        }
    },
    /** Ten, and one more at each acquire timeout, five more at most. Source: FlexyPool's strategy that grows on a timeout. */
    FLEXY_POOL("FlexyPool") {
        @Override
        Optional<Integer> size(Facts facts) {
            return facts.plant().map(Adaptive::flexyPool);
        }
    },
    /** Follows the ratio of the long-run to the present time in service. Source: Netflix concurrency-limits, Gradient2. */
    GRADIENT2("Gradient2") {
        @Override
        Optional<Integer> size(Facts facts) {
            return facts.plant().map(Adaptive::gradient2);
        }
    },
    /** Keeps a short queue, reckoned from the shortest time in service ever seen. Source: the same, Vegas. */
    VEGAS("Vegas") {
        @Override
        Optional<Integer> size(Facts facts) {
            return facts.plant().map(Adaptive::vegas);
        }
    };

    private final String title;

    Rule(String title) {
        this.title = title;
    }

    /** Its name in a table. */
    public String title() {
        return title;
    }

    /** Connections for one instance; empty when the rule needs something that is not known. */
    abstract Optional<Integer> size(Facts facts);

    private static int atLeastOne(double size) {
        return (int) Math.max(1, size);
    }
}
