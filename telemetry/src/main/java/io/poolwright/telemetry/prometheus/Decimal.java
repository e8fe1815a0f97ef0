package io.poolwright.telemetry.prometheus;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A number as the Prometheus text format writes it: decimal with an optional exponent, {@code NaN}, or a signed
 * {@code Inf}.
 *
 * <p>Gives the double that {@link Double#parseDouble} gives. A significand up to 2^53 with a power of ten up to 10^22 is
 * exact in doubles, so one multiplication or division rounds once (Clinger, "How to read floating point numbers
 * accurately", 1990); all else goes the slow way.
 */
final class Decimal {
    private static final long EXACT = 1L << 53;
    private static final int MOST_DIGITS = 18; // a long holds them without overflow
    private static final int MOST_EXPONENT_DIGITS = 6;
    private static final double[] TEN_TO = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private Decimal() {}

    /** The number from {@code from} up to, not including, {@code to}; throws {@link NumberFormatException}. */
    static double parse(byte[] bytes, int from, int to) {
        int at = from;
        boolean negative = false;
        if (at < to && (bytes[at] == '-' || bytes[at] == '+')) {
            negative = bytes[at] == '-';
            at++;
        }
        long significand = 0;
        int digits = 0;
        int point = -1;
        for (; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                significand = significand * 10 + digit; // wraps beyond 18 digits, and is then not used
                digits++;
            } else if (bytes[at] == '.' && point < 0) {
                point = digits;
            } else {
                break;
            }
        }
        if (digits == 0) {
            return named(bytes, from, to);
        }
        int exponent = point < 0 ? 0 : point - digits;
        if (at < to) {
            if (bytes[at] != 'e' && bytes[at] != 'E') {
                throw new NumberFormatException();
            }
            int written = exponent(bytes, at + 1, to);
            if (written == Integer.MIN_VALUE) {
                return slow(bytes, from, to);
            }
            exponent += written;
        }
        if (digits > MOST_DIGITS || significand > EXACT || exponent < -22 || exponent > 22) {
            return slow(bytes, from, to);
        }
        double magnitude = exponent < 0 ? significand / TEN_TO[-exponent] : significand * TEN_TO[exponent];
        return negative ? -magnitude : magnitude;
    }

    /** The exponent, or {@link Integer#MIN_VALUE} when it is well written but long. */
    private static int exponent(byte[] bytes, int from, int to) {
        int at = from;
        boolean negative = false;
        if (at < to && (bytes[at] == '-' || bytes[at] == '+')) {
            negative = bytes[at] == '-';
            at++;
        }
        if (at == to) {
            throw new NumberFormatException();
        }
        int exponent = 0;
        int first = at;
        for (; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                throw new NumberFormatException();
            }
            exponent = at - first < MOST_EXPONENT_DIGITS ? exponent * 10 + digit : exponent;
        }
        if (at - first > MOST_EXPONENT_DIGITS) {
            return Integer.MIN_VALUE;
        }
        return negative ? -exponent : exponent;
    }

    private static double slow(byte[] bytes, int from, int to) {
        return Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
    }

    private static double named(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan", "+nan", "-nan" -> Double.NaN;
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw new NumberFormatException();
        };
    }
}
