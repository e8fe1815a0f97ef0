package io.poolwright.cli.report.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SafeTest {
    @Test
    void plainTextStaysAsItIs() {
        assertThat(Safe.line("größer × 2 – 😀")).isEqualTo("größer × 2 – 😀");
    }

    @Test
    void whatCommandsATerminalIsShownByItsNumber() {
        assertThat(Safe.line("a\u001b[2Jb\u009bc\u007f")).isEqualTo("a\\u001b[2Jb\\u009bc\\u007f");
    }

    @Test
    void aLineStaysALine() {
        assertThat(Safe.line("a\nb\r\tc\u2028d")).isEqualTo("a\\nb\\u000d c\\u2028d");
    }

    @Test
    void halfACharacterIsShownByItsNumber() {
        assertThat(Safe.line("a\ud83d")).isEqualTo("a\\ud83d");
        assertThat(Safe.line("\ude00b")).isEqualTo("\\ude00b");
    }

    @Property
    void nothingActsWhateverComes(@ForAll String text) {
        assertThat(Safe.line(text).chars().filter(Character::isISOControl)).isEmpty();
    }

    @Property
    void jsonIsAsciiWhateverComes(@ForAll String text) {
        assertThat(JsonText.of(Map.of(text, text))).matches("\\A[\\n -~]*\\z");
    }
}
