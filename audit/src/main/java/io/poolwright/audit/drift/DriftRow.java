package io.poolwright.audit.drift;

import io.poolwright.model.stack.Setting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One setting across environments.
 *
 * @param part whose setting it is, such as {@code hikaricp pool 'orders'}
 * @param setting the product's name for it
 * @param values by environment; an environment without that part has none
 */
public record DriftRow(String part, String setting, Map<String, Setting<?>> values) {

    /** How the environments stand to each other. */
    public enum State {
        /** One value everywhere. */
        SAME,
        /** Different values, and the team says that it means them. */
        INTENDED,
        /** Different values, each written down. */
        DIFFERENT,
        /** Written down in one environment, the product's default in another, and they differ. */
        MISSING,
        /** Some value is not known, and the known ones agree. */
        UNKNOWN
    }

    /** What would have to be declared as intended to silence this row. */
    public String key() {
        return part + "/" + setting;
    }

    /** How the environments stand to each other, intentions aside. */
    public State state() {
        Collection<Setting<?>> all = values.values();
        Set<Object> known = new LinkedHashSet<>();
        all.stream().filter(Setting::isKnown).forEach(setting -> known.add(setting.get()));
        if (known.size() <= 1) {
            return all.stream().allMatch(Setting::isKnown) ? State.SAME : State.UNKNOWN;
        }
        boolean defaulted = all.stream().anyMatch(setting -> setting.isKnown() && !setting.isDeclared());
        return defaulted ? State.MISSING : State.DIFFERENT;
    }

    /** The environments that have the part, in order. */
    public List<String> environments() {
        return new ArrayList<>(values.keySet());
    }

    /** The value in an environment. */
    public Optional<Setting<?>> in(String environment) {
        return Optional.ofNullable(values.get(environment));
    }
}
