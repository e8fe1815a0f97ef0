package io.poolwright.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StyleTest {
    @ParameterizedTest
    @CsvSource({
        "xterm, '', true, true",
        "xterm, 1, true, false", // asked for none
        "dumb, '', true, false", // cannot
        "xterm, '', false, false" // nobody looks
    })
    void colourNeedsATerminalThatWantsIt(String term, String noColor, boolean terminal, boolean colour) {
        Style style = Style.of(Map.of("TERM", term, "NO_COLOR", noColor, "LANG", "C.UTF-8"), terminal);

        assertThat(style.colour()).isEqualTo(colour);
    }

    @ParameterizedTest
    @CsvSource({"C.UTF-8, true", "de_DE.utf8, true", "POSIX, false", "en_US.ISO-8859-1, false"})
    void drawingNeedsUnicode(String locale, boolean drawing) {
        assertThat(Style.of(Map.of("LANG", locale), true).drawing()).isEqualTo(drawing);
    }

    @Test
    void theNarrowestLocaleVariableDecides() {
        assertThat(Style.of(Map.of("LC_ALL", "C", "LANG", "C.UTF-8"), true).drawing())
                .isFalse();
    }

    @Test
    void drawingCharactersHavePlainStandIns() {
        assertThat(new Style(false, false).plain("30 → 1, ×2, −3, …, ≥, ≤, –, ·"))
                .isEqualTo("30 -> 1, x2, -3, ..., >=, <=, -, -");
        assertThat(new Style(false, true).plain("30 → 1")).isEqualTo("30 → 1");
    }
}
