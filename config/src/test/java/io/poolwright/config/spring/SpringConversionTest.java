package io.poolwright.config.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpringConversionTest {
    @ParameterizedTest
    @CsvSource({
        "30, PT30S",
        "30s, PT30S",
        "30S, PT30S",
        "500ms, PT0.5S",
        "PT30S, PT30S",
        "pt1m, PT1M",
        "2m, PT2M",
        "1h, PT1H",
        "1d, PT24H",
        "-1, PT-1S",
        "' 5s ', PT5S"
    })
    void durationsHaveTheUnitThatIsWrittenOrTheGivenOne(String text, Duration expected) {
        assertThat(SpringConversion.duration(text, ChronoUnit.SECONDS)).contains(expected);
    }

    @Test
    void bareNumberMeansMilliseconds() {
        assertThat(SpringConversion.duration("30", ChronoUnit.MILLIS)).contains(Duration.ofMillis(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "30x", "30 s", "1.5s", "P", "999999999999999999d", "30sec", "${A}"})
    void otherTextsAreNoDuration(String text) {
        assertThat(SpringConversion.duration(text, ChronoUnit.MILLIS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"8KB, 8192", "10, 10", "1MB, 1048576", "2gb, 2147483648", "5B, 5"})
    void sizesAreBytes(String text, long expected) {
        assertThat(SpringConversion.size(text)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"10, 10", "' 10 ', 10", "0x10, 16", "-1, -1", "2147483647, 2147483647"})
    void numbersAreWhole(String text, int expected) {
        assertThat(SpringConversion.integer(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "1.0", "ten", "", "30s"})
    void otherTextsAreNoNumber(String text) {
        assertThat(SpringConversion.integer(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true, true", "ON, true", "yes, true", "1, true", "false, false", "off, false", "No, false", "0, false"
    })
    void booleansHaveFourNames(String text, boolean expected) {
        assertThat(SpringConversion.bool(text)).contains(expected);
    }

    @Property(tries = 1000)
    void anyTextConvertsOrNot(@ForAll String text) {
        SpringConversion.duration(text, ChronoUnit.MILLIS);
        SpringConversion.size(text);
        SpringConversion.whole(text);
        assertThat(SpringConversion.bool(text + "x")).isEmpty();
    }
}
