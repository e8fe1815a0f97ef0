package io.poolwright.telemetry.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "+0",
                "1",
                "1.",
                ".5",
                "-.5e3",
                "1E10",
                "1.0E-5",
                "1e+3",
                "9007199254740992",
                "9007199254740993",
                "900719925474099267",
                "1e22",
                "1e23",
                "1e-22",
                "1e-23",
                "4.9E-324",
                "2e-324",
                "1.7976931348623157E308",
                "1e309",
                "-1e309",
                "0.1",
                "0.30000000000000004",
                "123456789012345678",
                "1234567890123456789",
                "00000000000000000000001.5",
                "1e00000000000000000001",
                "1e-9999999999",
                "0e999999"
            })
    void agreesWithTheJdk(String text) {
        assertThat(bits(parsed(text))).isEqualTo(bits(Double.parseDouble(text)));
    }

    @ParameterizedTest
    @CsvSource({"NaN, NaN", "nan, NaN", "+Inf, Infinity", "Inf, Infinity", "-Inf, -Infinity", "-infinity, -Infinity"})
    void knowsTheNamedValues(String text, Double expected) {
        assertThat(parsed(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "1e", "1e+", "1.2.3", "1d", "1f", "0x1p3", "1_0", "1,5", "--1", "é", "e5"})
    void refusesWhatTheFormatDoesNotWrite(String text) {
        assertThatThrownBy(() -> parsed(text)).isInstanceOf(NumberFormatException.class);
    }

    @Property(tries = 20_000)
    boolean agreesWithTheJdkOnEveryDecimal(@ForAll("decimals") String text) {
        return bits(parsed(text)) == bits(Double.parseDouble(text));
    }

    @Property(tries = 20_000)
    boolean repeatsEveryDoubleThatWasPrinted(@ForAll long pattern) {
        double value = Double.longBitsToDouble(pattern);
        return !Double.isFinite(value) || bits(parsed(Double.toString(value))) == bits(value);
    }

    @Property
    boolean repeatsPlainDigits(@ForAll BigInteger unscaled, @ForAll short scale) {
        String text = new BigDecimal(unscaled, scale % 40).toPlainString();
        return bits(parsed(text)) == bits(Double.parseDouble(text));
    }

    @Provide
    Arbitrary<String> decimals() {
        Arbitrary<String> digits =
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(25);
        Arbitrary<String> fraction = Arbitraries.strings().numeric().ofMaxLength(25);
        Arbitrary<Integer> exponent = Arbitraries.integers().between(-400, 400);
        return Combinators.combine(
                        Arbitraries.of("", "-", "+"), digits, fraction, Arbitraries.of("", "e", "E"), exponent)
                .as((sign, whole, part, e, power) ->
                        sign + whole + (part.isEmpty() ? "" : "." + part) + (e.isEmpty() ? "" : e + power));
    }

    private static double parsed(String text) {
        byte[] padded = ("#" + text + "#").getBytes(StandardCharsets.UTF_8);
        return Decimal.parse(padded, 1, padded.length - 1);
    }

    private static long bits(double value) {
        return Double.doubleToLongBits(value);
    }
}
