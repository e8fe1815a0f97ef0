package io.poolwright.config.traefik;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time as Traefik takes it: Go's form, {@code 1m30s}, or a bare number of seconds. Source: Traefik documentation,
 * "forwardingTimeouts"; Go {@code time.ParseDuration}.
 */
public final class TraefikTime {
    private static final Map<String, Long> NANOS = Map.of(
            "ns",
            1L,
            "us",
            1_000L,
            "µs",
            1_000L,
            "ms",
            1_000_000L,
            "s",
            1_000_000_000L,
            "m",
            60_000_000_000L,
            "h",
            3_600_000_000_000L);
    private static final Pattern BARE = Pattern.compile("\\d{1,9}");
    private static final Pattern PART = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ns|us|µs|ms|s|m|h)");
    private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private TraefikTime() {}

    /** The time, or empty for what Traefik would refuse. */
    public static Optional<Duration> parse(String written) {
        if (BARE.matcher(written).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(written)));
        }
        BigDecimal nanos = BigDecimal.ZERO;
        Matcher part = PART.matcher(written);
        int at = 0;
        while (part.region(at, written.length()).lookingAt()) {
            nanos = nanos.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(unit(part.group(2)))));
            at = part.end();
        }
        return at > 0 && at == written.length() && nanos.compareTo(LONGEST) <= 0
                ? Optional.of(Duration.ofNanos(nanos.longValue()))
                : Optional.empty();
    }

    private static long unit(String name) {
        return Optional.ofNullable(NANOS.get(name)).orElseThrow();
    }
}
