package io.poolwright.drill.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PropertiesFileTest {
    private final PropertiesFile file = new PropertiesFile(List.of(
            "# Pool (ms)",
            "pool.timeout=3000",
            "",
            "# pool.timeout=1 was tried",
            "pool.timeout-more = 7",
            "url=jdbc:postgresql://h/d?a=b"));

    @Test
    void changesTheValueOnItsOwnLineAndNothingElse() {
        PropertiesFile changed = file.with(Map.of("pool.timeout", "250"));

        assertThat(changed.lines())
                .containsExactly(
                        "# Pool (ms)",
                        "pool.timeout=250",
                        "",
                        "# pool.timeout=1 was tried",
                        "pool.timeout-more = 7",
                        "url=jdbc:postgresql://h/d?a=b");
    }

    @Test
    void readsValuesAndNeverComments() {
        assertThat(file.values())
                .containsExactly(
                        Map.entry("pool.timeout", "3000"),
                        Map.entry("pool.timeout-more", "7"),
                        Map.entry("url", "jdbc:postgresql://h/d?a=b"));
        assertThat(file.value("absent")).isEmpty();
    }

    @Test
    void refusesAKeyThatNoLineSets() {
        assertThatThrownBy(() -> file.with(Map.of("pool.size", "2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no line sets pool.size");
    }
}
