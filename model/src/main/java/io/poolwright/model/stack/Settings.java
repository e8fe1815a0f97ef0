package io.poolwright.model.stack;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Settings by the product's own names, in the order in which they were read. */
public final class Settings {
    /** No settings. */
    public static final Settings NONE = new Settings(Map.of());

    private final Map<String, Setting<?>> byName;

    private Settings(Map<String, Setting<?>> byName) {
        this.byName = byName;
    }

    /** These settings; of two with one name the later counts. */
    public static Settings of(Collection<Setting<?>> settings) {
        Map<String, Setting<?>> byName = new LinkedHashMap<>();
        settings.forEach(setting -> byName.put(setting.name(), setting));
        return new Settings(byName);
    }

    /** All of them. */
    public Collection<Setting<?>> all() {
        return byName.values();
    }

    /** One of them, whatever its type. */
    public Optional<Setting<?>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Whether a person wrote it down. */
    public boolean isDeclared(String name) {
        return find(name).filter(Setting::isDeclared).isPresent();
    }

    /** A time. */
    public Setting<Duration> duration(String name) {
        return typed(name, Duration.class);
    }

    /** A count. */
    public Setting<Long> count(String name) {
        return typed(name, Long.class);
    }

    /** An amount of memory. */
    public Setting<Bytes> bytes(String name) {
        return typed(name, Bytes.class);
    }

    /** A yes or no. */
    public Setting<Boolean> flag(String name) {
        return typed(name, Boolean.class);
    }

    /** A text. */
    public Setting<String> text(String name) {
        return typed(name, String.class);
    }

    /** A number with a fraction, such as a share of processors. */
    public Setting<Double> number(String name) {
        return typed(name, Double.class);
    }

    /** A setting of this type; unknown when it is not here. Another type than the reader gave is a bug of ours. */
    private <T> Setting<T> typed(String name, Class<T> type) {
        Setting<?> setting = byName.get(name);
        if (setting == null) {
            return Setting.unknown(name, name);
        }
        return setting.map(type::cast);
    }
}
