package io.poolwright.config.spring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One source of properties, in which a name is looked up as Spring looks it up there. */
final class SpringSource {
    private final boolean variables;
    private final List<SpringProperty> properties;
    private final List<String> uniform;
    private final Map<String, SpringProperty> byName = new HashMap<>();
    private final Map<String, SpringProperty> byVariable = new HashMap<>();
    private final Map<String, SpringProperty> exactly = new HashMap<>();

    private SpringSource(List<SpringProperty> properties, boolean variables) {
        this.variables = variables;
        this.properties = List.copyOf(properties);
        this.uniform = properties.stream()
                .map(property -> SpringName.uniform(property.key()))
                .toList();
        for (SpringProperty property : properties) {
            exactly.put(property.key(), property);
            if (variables) {
                byVariable.put(property.key().toUpperCase(Locale.ROOT), property);
            }
            if (!variables || property.key().indexOf('.') > 0) {
                byName.put(SpringName.uniform(property.key()), property);
            }
        }
    }

    /** A file, a command line, system properties: names with dots. */
    static SpringSource named(List<SpringProperty> properties) {
        return new SpringSource(properties, false);
    }

    /** Environment variables: {@code SERVER_PORT} is {@code server.port}. */
    static SpringSource variables(List<SpringProperty> properties) {
        return new SpringSource(properties, true);
    }

    /** What this source gives a property, by its canonical name. */
    Optional<SpringProperty> get(String name) {
        SpringProperty found = byName.get(SpringName.uniform(name));
        if (found == null && variables) {
            found = byVariable.get(SpringName.variable(name));
            if (found == null) {
                found = byVariable.get(SpringName.legacyVariable(name));
            }
        }
        return Optional.ofNullable(found);
    }

    /** What this source gives the name in a placeholder: as it stands there, or relaxed when it is a canonical name. */
    Optional<SpringProperty> placeholder(String name) {
        SpringProperty found = exactly.get(name);
        if (found != null) {
            return Optional.of(found);
        }
        boolean canonical = name.equals(name.toLowerCase(Locale.ROOT)) && name.indexOf('_') < 0;
        return canonical ? get(name) : Optional.empty();
    }

    /** All that lies under a prefix, keys cut down to what stands behind it. */
    List<SpringProperty> under(String prefix) {
        String named = SpringName.uniform(prefix);
        List<SpringProperty> below = new ArrayList<>();
        for (int i = 0; i < properties.size(); i++) {
            SpringProperty property = properties.get(i);
            if (isUnder(named, uniform.get(i))) {
                below.add(new SpringProperty(
                        SpringName.behind(prefix, property.key()), property.text(), property.origin()));
            } else if (variables) {
                behindVariable(prefix, property.key())
                        .ifPresent(rest -> below.add(new SpringProperty(rest, property.text(), property.origin())));
            }
        }
        return below;
    }

    private static boolean isUnder(String prefix, String key) {
        return key.length() > prefix.length()
                && key.startsWith(prefix)
                && (key.charAt(prefix.length()) == '.' || key.charAt(prefix.length()) == '[');
    }

    private static Optional<String> behindVariable(String prefix, String variable) {
        for (String form : List.of(SpringName.legacyVariable(prefix), SpringName.variable(prefix))) {
            String start = form + "_";
            if (variable.length() > start.length() && variable.regionMatches(true, 0, start, 0, start.length())) {
                return Optional.of(variable.substring(start.length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-'));
            }
        }
        return Optional.empty();
    }

    /** Everything in this source. */
    List<SpringProperty> properties() {
        return properties;
    }
}
