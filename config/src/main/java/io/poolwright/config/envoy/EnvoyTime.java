package io.poolwright.config.envoy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time as proto3 writes it in JSON: seconds, with up to nine decimals, and an {@code s}: {@code 0.25s}. */
public final class EnvoyTime {
    private static final Pattern TIME = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)s");

    private EnvoyTime() {}

    /** The time, or empty for what Envoy would refuse. */
    public static Optional<Duration> parse(String written) {
        Matcher time = TIME.matcher(written);
        if (!time.matches()) {
            return Optional.empty();
        }
        BigDecimal seconds = new BigDecimal(time.group(1));
        return Optional.of(Duration.ofSeconds(
                seconds.longValue(),
                seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue()));
    }
}
