package io.poolwright.config.spring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One document of a configuration file; most files are one document.
 *
 * @param file its path in the tree, from which imports are relative
 * @param properties in the order of the text, with repetitions
 */
public record SpringDocument(String file, List<SpringProperty> properties) {
    public SpringDocument {
        properties = List.copyOf(properties);
    }

    /** For which profiles it counts ({@code spring.config.activate.on-profile}, or {@code spring.profiles} of old). */
    public Optional<ProfileExpression> onProfile() {
        List<String> expressions = list("spring.config.activate.on-profile");
        if (expressions.isEmpty()) {
            expressions = list("spring.profiles");
        }
        return expressions.isEmpty() ? Optional.empty() : Optional.of(ProfileExpression.parse(expressions));
    }

    /** Whether it counts on one cloud platform only, which a file cannot tell. */
    boolean needsPlatform() {
        return property("spring.config.activate.on-cloud-platform").isPresent();
    }

    /** The last statement of a property here. */
    public Optional<SpringProperty> property(String name) {
        String wanted = SpringName.uniform(name);
        Optional<SpringProperty> found = Optional.empty();
        for (SpringProperty property : properties) {
            if (SpringName.uniform(property.key()).equals(wanted)) {
                found = Optional.of(property);
            }
        }
        return found;
    }

    /** The values of a list, written with commas or as items; placeholders as written. */
    List<String> list(String name) {
        String wanted = SpringName.uniform(name);
        List<String> values = new ArrayList<>();
        for (SpringProperty property : properties) {
            String key = SpringName.uniform(property.key());
            if (key.equals(wanted) || (key.startsWith(wanted + "[") && key.indexOf(']') == key.length() - 1)) {
                property.text().ifPresent(text -> values.addAll(Words.commas(text)));
            }
        }
        return values;
    }
}
