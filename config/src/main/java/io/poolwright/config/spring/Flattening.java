package io.poolwright.config.spring;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.config.yaml.YamlEntry;
import io.poolwright.config.yaml.YamlList;
import io.poolwright.config.yaml.YamlMap;
import io.poolwright.config.yaml.YamlNode;
import io.poolwright.config.yaml.YamlScalar;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Makes dotted properties of a YAML tree, as Spring does. Bounded, since aliases may unfold into much. */
final class Flattening {
    private static final int MOST_PROPERTIES = 50_000;
    private static final int LONGEST_KEY = 500;
    private static final Pattern UNDERSCORED = Pattern.compile("[-+]?[0-9][0-9_]*_[0-9_]*");
    private static final Pattern OCTAL = Pattern.compile("0[0-7]{1,9}");

    private final List<SpringProperty> properties = new ArrayList<>();

    /** The properties of one document; the line of each is that of its key. */
    List<SpringProperty> of(YamlNode document) {
        flatten("", document, document.origin());
        return properties;
    }

    private void flatten(String key, YamlNode node, Origin at) {
        if (key.length() > LONGEST_KEY) {
            return; // no product has such a setting
        }
        if (node instanceof YamlMap map) {
            for (YamlEntry entry : map.entries()) {
                boolean index = entry.key().plain() && entry.name().matches("\\d{1,9}");
                String piece = index ? "[" + entry.name() + "]" : entry.name();
                String separator = key.isEmpty() || piece.startsWith("[") ? "" : ".";
                flatten(key + separator + piece, entry.value(), entry.key().origin());
            }
        } else if (node instanceof YamlList list) {
            for (int i = 0; i < list.items().size(); i++) {
                YamlNode item = list.items().get(i);
                flatten(key + "[" + i + "]", item, item.origin());
            }
            if (list.items().isEmpty()) {
                add(key, "", at);
            }
        } else if (node instanceof YamlScalar scalar) {
            add(key, value(scalar), at);
        }
    }

    private void add(String key, String value, Origin at) {
        if (key.isEmpty()) {
            return;
        }
        if (properties.size() == MOST_PROPERTIES) {
            throw new ConfigSyntaxException(
                    at, "too many properties", "at most " + MOST_PROPERTIES, "a smaller file, or fewer aliases");
        }
        properties.add(SpringProperty.of(key, value, at));
    }

    /** Spring reads YAML 1.1: {@code 1_000} is a thousand and {@code 010} is eight. */
    private static String value(YamlScalar scalar) {
        if (scalar.isNull()) {
            return "";
        }
        if (scalar.plain() && UNDERSCORED.matcher(scalar.text()).matches()) {
            return scalar.text().replace("_", "");
        }
        if (scalar.plain() && OCTAL.matcher(scalar.text()).matches()) {
            return Integer.toString(Integer.parseInt(scalar.text(), 8));
        }
        return scalar.text();
    }
}
