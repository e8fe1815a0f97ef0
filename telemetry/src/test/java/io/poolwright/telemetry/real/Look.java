package io.poolwright.telemetry.real;

import io.poolwright.model.Answer;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Seen;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.Collector;
import java.util.Optional;
import java.util.function.Predicate;

/** Looks as the tests of real products need them: until something is so. */
public final class Look {
    private Look() {}

    /** What the collector sees, which must answer at some time soon. */
    public static Seen at(Collector<Seen> collector) {
        return until(collector, seen -> true);
    }

    public static Seen until(Collector<Seen> collector, Predicate<Seen> condition) {
        for (int look = 0; ; look++) {
            Answer<Seen> answer = collector.collect();
            if (answer.value().filter(condition).isPresent()) {
                return answer.value().orElseThrow();
            }
            if (look > 300) {
                throw new AssertionError("looked in vain; at last: " + answer);
            }
            Program.rest();
        }
    }

    /** Looks until the collector is silent with a reason that holds the text. */
    public static String silence(Collector<Seen> collector, String text) {
        for (int look = 0; ; look++) {
            Answer<Seen> answer = collector.collect();
            if (answer instanceof Answer.Silent<Seen> silent && silent.reason().contains(text)) {
                return silent.reason();
            }
            if (look > 300) {
                throw new AssertionError("never said '%s'; at last: %s".formatted(text, answer));
            }
            Program.rest();
        }
    }

    public static Reading reading(Seen seen, Tier tier, String name) {
        return find(seen, tier, name)
                .orElseThrow(() -> new AssertionError(tier + " " + name + " is not in " + seen.readings()));
    }

    public static Optional<Reading> find(Seen seen, Tier tier, String name) {
        return seen.readings().stream()
                .filter(each -> each.pool().tier() == tier && each.pool().name().equals(name))
                .findFirst();
    }
}
