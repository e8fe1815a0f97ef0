package io.poolwright.simulate.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The light loads in every build; all rows of the table with {@code -Dpoolwright.exhaustive=true}. */
class ValidationTest {
    private static final Map<Validation, List<Row>> SEEN = new LinkedHashMap<>();

    static Stream<Named<Validation>> validations() {
        return Validations.all().stream().map(each -> Named.of(each.system(), each));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("validations")
    void lightLoadsAgreeWithTheFormula(Validation validation) {
        assertThat(validation.rows(Depth.QUICK)).allMatch(Row::holds);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("validations")
    @EnabledIfSystemProperty(named = "poolwright.exhaustive", matches = "true")
    void heavyLoadsAgreeWithTheFormula(Validation validation) {
        List<Row> rows = validation.rows(Depth.EXHAUSTIVE);
        SEEN.put(validation, rows);

        assertThat(rows).allMatch(Row::holds);
    }

    @AfterAll
    static void table() {
        if (!SEEN.isEmpty()) {
            Tables.write("validation.md", Tables.ofValidations(SEEN));
        }
    }
}
