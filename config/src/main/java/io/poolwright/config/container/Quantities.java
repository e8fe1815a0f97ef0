package io.poolwright.config.container;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers with units as compose files and manifests write them. What is not one of them is empty, never zero.
 *
 * <p>Sources: Kubernetes API reference, Quantity; compose specification, “Specifying byte values” and “Specifying durations”.
 */
public final class Quantities {
    private static final Pattern COUNT = Pattern.compile("\\+?[0-9]{1,9}");
    private static final Pattern NUMBER =
            Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{0,9})?|\\.[0-9]{1,9})([a-zA-Z]{0,3})");
    private static final Pattern DURATION = Pattern.compile("(?:[0-9]{1,9}(?:\\.[0-9]{1,6})?(?:us|ms|s|m|h))+");
    private static final Pattern PIECE = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,6})?)(us|ms|s|m|h)");
    private static final Map<String, Long> KUBERNETES_BYTES = Map.ofEntries(
            Map.entry("", 1L),
            Map.entry("k", 1_000L),
            Map.entry("M", 1_000_000L),
            Map.entry("G", 1_000_000_000L),
            Map.entry("T", 1_000_000_000_000L),
            Map.entry("Ki", 1L << 10),
            Map.entry("Mi", 1L << 20),
            Map.entry("Gi", 1L << 30),
            Map.entry("Ti", 1L << 40));
    private static final Map<String, Long> COMPOSE_BYTES = Map.of(
            "", 1L, "b", 1L, "k", 1L << 10, "kb", 1L << 10, "m", 1L << 20, "mb", 1L << 20, "g", 1L << 30, "gb",
            1L << 30);
    private static final Map<String, Long> NANOS =
            Map.of("us", 1_000L, "ms", 1_000_000L, "s", 1_000_000_000L, "m", 60_000_000_000L, "h", 3_600_000_000_000L);

    private Quantities() {}

    /** A whole number from 0 on. */
    public static OptionalInt count(String text) {
        String trimmed = text.strip();
        return COUNT.matcher(trimmed).matches() ? OptionalInt.of(Integer.parseInt(trimmed)) : OptionalInt.empty();
    }

    /** CPUs: {@code 2}, {@code 0.5} or {@code 500m}. */
    public static OptionalDouble cpus(String text) {
        Matcher number = NUMBER.matcher(text.strip());
        if (!number.matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(number.group(1));
        return switch (number.group(2)) {
            case "" -> OptionalDouble.of(value);
            case "m" -> OptionalDouble.of(value / 1000);
            default -> OptionalDouble.empty();
        };
    }

    /** Bytes in Kubernetes' units: {@code 512Mi} is 2²⁰, {@code 512M} is 10⁶. */
    public static OptionalLong kubernetesBytes(String text) {
        return bytes(text.strip(), KUBERNETES_BYTES);
    }

    /** Bytes in compose's units, where {@code 512m}, {@code 512M} and {@code 512mb} are the same and binary. */
    public static OptionalLong composeBytes(String text) {
        return bytes(text.strip().toLowerCase(Locale.ROOT), COMPOSE_BYTES);
    }

    private static OptionalLong bytes(String text, Map<String, Long> units) {
        Matcher number = NUMBER.matcher(text);
        Long unit = number.matches() ? units.get(number.group(2)) : null;
        if (unit == null) {
            return OptionalLong.empty();
        }
        BigDecimal value = new BigDecimal(number.group(1)).multiply(BigDecimal.valueOf(unit));
        return value.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
                ? OptionalLong.empty()
                : OptionalLong.of(value.setScale(0, RoundingMode.DOWN).longValue());
    }

    /** A duration such as {@code 1m30s}; a unit is always written. */
    public static Optional<Duration> duration(String text) {
        String trimmed = text.strip();
        if (trimmed.length() > 60 || !DURATION.matcher(trimmed).matches()) {
            return Optional.empty();
        }
        Duration sum = Duration.ZERO;
        Matcher piece = PIECE.matcher(trimmed);
        while (piece.find()) {
            BigDecimal nanos =
                    new BigDecimal(piece.group(1)).multiply(BigDecimal.valueOf(NANOS.getOrDefault(piece.group(2), 0L)));
            sum = sum.plusNanos(nanos.longValue());
        }
        return Optional.of(sum);
    }
}
