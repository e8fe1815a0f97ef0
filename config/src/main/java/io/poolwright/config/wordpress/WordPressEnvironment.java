package io.poolwright.config.wordpress;

import io.poolwright.config.assemble.Workload;
import java.util.Optional;

/** Fills a PHP value from the environment of the unit that runs it. */
final class WordPressEnvironment {
    private WordPressEnvironment() {}

    /** The text, where every part is written out, given by the unit, or defaulted beside the call. */
    static Optional<String> text(PhpValue value, Optional<Workload> unit) {
        StringBuilder joined = new StringBuilder();
        for (PhpValue.Part part : value.parts()) {
            Optional<String> known = part.known();
            if (part instanceof PhpValue.Environment environment) {
                Optional<Workload.Value> variable = unit.flatMap(one -> one.variable(environment.name()));
                known = variable.isPresent()
                        ? variable.get().text()
                        : unit.isPresent() ? environment.otherwise() : Optional.empty();
            }
            if (known.isEmpty()) {
                return Optional.empty();
            }
            joined.append(known.get());
        }
        return Optional.of(joined.toString());
    }
}
