package io.poolwright.watch.targets;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.config.properties.PropertiesText;
import io.poolwright.config.yaml.YamlMap;
import io.poolwright.config.yaml.YamlNode;
import io.poolwright.config.yaml.YamlScalar;
import io.poolwright.config.yaml.YamlText;
import java.nio.file.Path;
import java.util.Optional;

/** One value out of a file that holds more: a properties file, or YAML with dotted or nested keys. */
public final class KeyedFile {
    private KeyedFile() {}

    /** The value of a key; empty when the file lacks it or cannot be read. */
    public static Optional<String> value(Path file, String text, String key) {
        String name = String.valueOf(file.getFileName());
        try {
            if (name.endsWith(".yaml") || name.endsWith(".yml")) {
                return YamlText.parse(name, text).stream()
                        .flatMap(document -> below(document, key).stream())
                        .findFirst();
            }
            return PropertiesText.parse(name, text).stream()
                    .filter(one -> one.key().equals(key))
                    .map(one -> one.value())
                    .reduce((first, last) -> last);
        } catch (ConfigSyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> below(YamlNode node, String key) {
        if (!(node instanceof YamlMap map)) {
            return Optional.empty();
        }
        for (var entry : map.entries()) {
            if (entry.name().equals(key)) {
                return entry.value() instanceof YamlScalar scalar ? Optional.of(scalar.text()) : Optional.empty();
            }
            if (key.startsWith(entry.name() + ".")) {
                Optional<String> found =
                        below(entry.value(), key.substring(entry.name().length() + 1));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
