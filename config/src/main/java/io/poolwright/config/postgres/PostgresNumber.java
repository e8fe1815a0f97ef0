package io.poolwright.config.postgres;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as PostgreSQL reads it: decimal, octal after a leading zero, hexadecimal after {@code 0x}, or with a fraction;
 * then blanks and a unit. It is rounded to a whole number, and a fraction first to the next smaller unit.
 *
 * <p>Source: guc.c, parse_int and convert_to_base_unit; bool.c, parse_bool.
 */
final class PostgresNumber {
    private static final Pattern NUMBER = Pattern.compile(
            "\\s*([+-]?)(?:0[xX]([0-9a-fA-F]{1,15})|(\\d{0,30}(?:\\.\\d{0,30})?(?:[eE][+-]?\\d{1,3})?))\\s*([A-Za-z]{0,3})\\s*");

    private PostgresNumber() {}

    static OptionalLong parse(String written, List<PostgresUnit> units) {
        Matcher number = NUMBER.matcher(written);
        if (!number.matches()) {
            return OptionalLong.empty();
        }
        double value;
        try {
            value = number.group(2) == null ? decimal(number.group(3)) : Long.parseLong(number.group(2), 16);
        } catch (NumberFormatException e) {
            return OptionalLong.empty(); // no digits, or 8 and 9 in an octal number
        }
        value = number.group(1).equals("-") ? -value : value;
        String unit = number.group(4);
        double converted = unit.isEmpty() ? value : converted(value, unit, units);
        double rounded = Math.rint(converted);
        boolean fits = rounded >= Integer.MIN_VALUE && rounded <= Integer.MAX_VALUE; // false for NaN
        return fits ? OptionalLong.of((long) rounded) : OptionalLong.empty();
    }

    private static double decimal(String digits) {
        boolean octal =
                digits.length() > 1 && digits.charAt(0) == '0' && digits.chars().allMatch(Character::isDigit);
        return octal ? Long.parseLong(digits, 8) : Double.parseDouble(digits);
    }

    private static double converted(double value, String unit, List<PostgresUnit> units) {
        for (int i = 0; i < units.size(); i++) {
            if (units.get(i).name().equals(unit)) {
                double converted = value * units.get(i).size();
                double smaller = i + 1 < units.size() ? units.get(i + 1).size() : 0;
                return smaller == 0 ? converted : Math.rint(converted / smaller) * smaller;
            }
        }
        return Double.NaN;
    }

    /** Words may be cut short as long as they are clear. */
    static OptionalLong onOrOff(String written) {
        String word = written.strip().toLowerCase(Locale.ROOT);
        if (word.isEmpty()) {
            return OptionalLong.empty();
        }
        if ("true".startsWith(word) || "yes".startsWith(word) || word.equals("on") || word.equals("1")) {
            return OptionalLong.of(1);
        }
        boolean off = "false".startsWith(word)
                || "no".startsWith(word)
                || (word.length() > 1 && "off".startsWith(word))
                || word.equals("0");
        return off ? OptionalLong.of(0) : OptionalLong.empty();
    }
}
