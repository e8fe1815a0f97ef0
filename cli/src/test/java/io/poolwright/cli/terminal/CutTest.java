package io.poolwright.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CutTest {
    @ParameterizedTest
    @CsvSource({"4, abcde, abcd", "5, abcde, abcde", "6, abcde, abcde", "0, abcde, ''"})
    void keepsSoManyColumns(int width, String line, String expected) {
        assertThat(Cut.to(width, line)).isEqualTo(expected);
    }

    @Test
    void escapeSequencesTakeNoColumnAndAreClosed() {
        String red = "\u001b[1;31mabcde\u001b[0m";

        assertThat(Cut.to(3, red)).isEqualTo("\u001b[1;31mabc\u001b[0m");
        assertThat(Cut.to(5, red)).isEqualTo(red);
    }
}
