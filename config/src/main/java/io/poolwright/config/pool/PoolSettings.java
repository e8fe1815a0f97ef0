package io.poolwright.config.pool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Everything a person wrote for one pool, by key in any spelling. Of two with one key the later counts. */
public final class PoolSettings {
    private final Map<String, Written> byName;

    private PoolSettings(Map<String, Written> byName) {
        this.byName = byName;
    }

    /** The settings of one pool, in the order of precedence: the last one wins. */
    public static PoolSettings of(List<Written> written) {
        Map<String, Written> byName = new LinkedHashMap<>();
        for (Written setting : written) {
            byName.put(Written.canonical(setting.name()), setting);
        }
        return new PoolSettings(byName);
    }

    /** What was written under one of these keys; the first key that has something wins. */
    public Optional<Written> find(String... names) {
        for (String name : names) {
            Written setting = byName.get(Written.canonical(name));
            if (setting != null && !setting.text().isBlank()) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }

    /** All settings, in the order in which their keys first appeared. */
    public List<Written> all() {
        return List.copyOf(byName.values());
    }

    /** A count. */
    public Effective count(long otherwise, String source, String... names) {
        return number(1, false, otherwise, source, names);
    }

    /** A time that the product reads as a bare number of a unit, no suffix. */
    public Effective bareTime(long unitMillis, long otherwise, String source, String... names) {
        return number(unitMillis, false, otherwise, source, names);
    }

    /** A time with an optional suffix. */
    public Effective time(long bareMillis, long otherwise, String source, String... names) {
        return number(bareMillis, true, otherwise, source, names);
    }

    /** A yes or a no. */
    public Effective flag(boolean otherwise, String source, String... names) {
        Optional<Written> found = find(names);
        if (found.isEmpty()) {
            return Effective.defaulted(names[0], otherwise ? 1 : 0, source);
        }
        Written written = found.get();
        return switch (written.text().strip().toLowerCase(java.util.Locale.ROOT)) {
            case "true", "yes", "on", "1", "y" -> Effective.kept(names[0], written, 1);
            case "false", "no", "off", "0", "n" -> Effective.kept(names[0], written, 0);
            default -> unreadable(names[0], written, "true or false");
        };
    }

    private Effective number(long unit, boolean suffix, long otherwise, String source, String... names) {
        Optional<Written> found = find(names);
        if (found.isEmpty()) {
            return Effective.defaulted(names[0], otherwise, source);
        }
        Written written = found.get();
        OptionalLong number = suffix ? Numbers.millis(written.text(), unit) : Numbers.whole(written.text());
        if (number.isEmpty()) {
            return unreadable(names[0], written, suffix ? "a time such as 30s" : "a whole number");
        }
        long value = number.getAsLong();
        return Effective.kept(names[0], written, suffix ? value : times(value, unit));
    }

    private static long times(long value, long unit) {
        long most = Effective.FOREVER / unit;
        return value > most ? Effective.FOREVER : value < -most ? -Effective.FOREVER : value * unit;
    }

    private static Effective unreadable(String name, Written written, String accepted) {
        return written.known()
                ? Effective.refused(name, written, "'%s' is not %s".formatted(written.text(), accepted))
                : Effective.unknown(name, Optional.of(written), written.text());
    }
}
