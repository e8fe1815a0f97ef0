package io.poolwright.telemetry.jmx;

import java.util.Map;
import java.util.Optional;
import javax.management.ObjectName;

/**
 * What was read of one MBean: the attributes that were asked for and that it has.
 *
 * @param name its name in the JVM
 * @param attributes numbers and texts by the attribute's name; anything else was left out
 */
record Bean(ObjectName name, Map<String, Object> attributes) {
    /** The number, NaN when there is none. */
    double number(String attribute) {
        return attributes.get(attribute) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    Optional<String> text(String attribute) {
        Object value = attributes.get(attribute);
        return value == null ? Optional.empty() : Optional.of(value.toString());
    }

    /** The part of its name, without quotes; empty text when it has no such part. */
    String key(String property) {
        String value = name.getKeyProperty(property);
        if (value == null) {
            return "";
        }
        return value.length() > 1 && value.startsWith("\"") ? unquoted(value) : value;
    }

    private static String unquoted(String value) {
        try {
            return ObjectName.unquote(value);
        } catch (IllegalArgumentException e) {
            return value; // a quote that is none
        }
    }
}
