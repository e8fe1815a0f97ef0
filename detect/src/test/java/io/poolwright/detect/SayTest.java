package io.poolwright.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SayTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "3 | 3",
                "3.14 | 3.1",
                "-2.5 | -2.5",
                "12.4 | 12",
                "99.6 | 100",
                "1234.4 | 1,234",
                "-0.01 | 0"
            })
    void numbers(double value, String text) {
        assertThat(Say.number(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "-0.00001, 0 ms",
        "0.0333, 33 ms",
        "0.0015, 1.5 ms",
        "0.002, 2 ms",
        "0.9994, 999 ms",
        "1, 1.0 s",
        "9.94, 9.9 s",
        "30, 30 s"
    })
    void times(double seconds, String text) {
        assertThat(Say.time(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "45, 45 s",
        "89, 89 s",
        "90, 2 min",
        "7140, 119 min",
        "7200, 2 h",
        "7769, 2 h",
        "7800, 2 h 10 min",
        "36000, 10 h",
        "255600, 71 h",
        "259200, 3 d"
    })
    void longerStretches(double seconds, String text) {
        assertThat(Say.span(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 %", "0.012, 1.2 %", "0.01, 1 %", "0.39, 39 %", "1, 100 %"})
    void shares(double share, String text) {
        assertThat(Say.percent(share)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1.5, ×1.5", "57.3, ×57"})
    void factors(double factor, String text) {
        assertThat(Say.times(factor)).isEqualTo(text);
    }

    @Test
    void whatIsUnknownSaysSo() {
        assertThat(Say.number(OptionalDouble.empty())).isEqualTo("unknown");
    }

    @Test
    void theMachinesLocaleDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);

            assertThat(Say.rate(1234)).isEqualTo("1,234/s");
            assertThat(Say.time(1.5)).isEqualTo("1.5 s");
            assertThat(Say.percent(0.012)).isEqualTo("1.2 %");
        } finally {
            Locale.setDefault(before);
        }
    }
}
