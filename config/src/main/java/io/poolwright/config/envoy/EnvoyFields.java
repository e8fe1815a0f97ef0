package io.poolwright.config.envoy;

import io.poolwright.config.yaml.YamlMap;
import io.poolwright.config.yaml.YamlNode;
import io.poolwright.config.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reaches into an Envoy message. A field is called by its proto name, {@code connect_timeout}, or by its JSON name,
 * {@code connectTimeout}: Envoy takes both. Source: proto3 JSON mapping.
 */
final class EnvoyFields {
    private EnvoyFields() {}

    /** What lies under these fields, each given by its proto name. */
    static Optional<YamlNode> at(YamlNode node, String... fields) {
        Optional<YamlNode> here = Optional.of(node);
        for (String field : fields) {
            here = here.flatMap(one -> one.at(field).or(() -> one.at(jsonName(field))));
        }
        return here;
    }

    static Optional<YamlScalar> scalar(YamlNode node, String... fields) {
        return at(node, fields)
                .map(found ->
                        found instanceof YamlMap wrapped ? wrapped.get("value").orElse(found) : found)
                .filter(YamlScalar.class::isInstance)
                .map(YamlScalar.class::cast)
                .filter(scalar -> !scalar.isNull());
    }

    static Optional<String> text(YamlNode node, String... fields) {
        return scalar(node, fields).map(YamlScalar::text);
    }

    static List<YamlNode> list(YamlNode node, String... fields) {
        return at(node, fields).map(found -> found.list()).orElse(List.of());
    }

    /** Every mapping that a filter or an extension may hold its settings in: v3 {@code typed_config}, v2 {@code config}. */
    static List<YamlNode> settings(YamlNode extension) {
        List<YamlNode> found = new ArrayList<>();
        at(extension, "typed_config").ifPresent(found::add);
        at(extension, "config").ifPresent(found::add);
        return found;
    }

    private static String jsonName(String field) {
        StringBuilder name = new StringBuilder();
        boolean upper = false;
        for (int i = 0; i < field.length(); i++) {
            char letter = field.charAt(i);
            if (letter != '_') {
                name.append(upper ? Character.toUpperCase(letter) : letter);
            }
            upper = letter == '_';
        }
        return name.toString();
    }
}
