package io.poolwright.simulate.validation;

import java.util.List;
import java.util.function.IntFunction;

/**
 * What a validation, by its number, says of the simulator that it was loaded with: nothing when it holds, else the first row that
 * does not.
 *
 * <p>A function, so that it can be asked across class loaders.
 */
public final class Verdict implements IntFunction<String> {
    static final String HOLDS = "";

    /** Loaded by its name. */
    public Verdict() {}

    @Override
    public String apply(int number) {
        Validation validation = Validations.all().stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow();
        List<Row> rows;
        try {
            rows = validation.rows(Depth.QUICK);
        } catch (RuntimeException e) {
            return e.toString();
        }
        return rows.stream()
                .filter(row -> !row.holds())
                .findFirst()
                .map(row -> "%s, %s: %.4g instead of %.4g"
                        .formatted(row.what(), row.measure(), row.simulated(), row.exact()))
                .orElse(HOLDS);
    }
}
