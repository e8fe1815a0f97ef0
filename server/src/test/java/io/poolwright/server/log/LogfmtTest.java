package io.poolwright.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class LogfmtTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void plainWordsAreNotQuoted() {
        assertThat(Logfmt.line(NOON, "INFO", "a.B", "started", Map.of("request", "r1")))
                .isEqualTo("ts=2026-11-21T12:00:00Z level=INFO logger=a.B msg=started request=r1");
    }

    @Test
    void whatWouldForgeALineOrColourATerminalIsEscaped() {
        String hostile = "a\nts=1 level=INFO msg=\"forged\"\u001b[31m\u202Ered\u2028\u0085\u007f";

        assertThat(Logfmt.line(NOON, "WARN", "a", hostile, Map.of()))
                .isEqualTo("ts=2026-11-21T12:00:00Z level=WARN logger=a msg=\"a\\nts=1 level=INFO msg=\\\"forged\\\""
                        + "\\u{1b}[31m\\u{202e}red\\u{2028}\\u{85}\\u{7f}\"");
    }

    @Test
    void nothingIsQuotedNothing() {
        assertThat(Logfmt.line(NOON, "INFO", "a", "", Map.of())).endsWith("msg=\"\"");
    }

    @Test
    void aLongTextIsCut() {
        assertThat(Logfmt.line(NOON, "INFO", "a", "x".repeat(1_000_000), Map.of()))
                .hasSizeLessThan(9_000);
    }

    @Property(tries = 1000)
    void aLineHasNoControlCharacterAndOneMessage(@ForAll String text) {
        String line = Logfmt.line(NOON, "INFO", "a", text, Map.of());

        assertThat(line.codePoints()).noneMatch(Character::isISOControl);
        assertThat(line).startsWith("ts=2026-11-21T12:00:00Z level=INFO logger=a msg=");
    }
}
