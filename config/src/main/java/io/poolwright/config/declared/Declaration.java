package io.poolwright.config.declared;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.config.container.Quantities;
import io.poolwright.config.yaml.YamlEntry;
import io.poolwright.config.yaml.YamlList;
import io.poolwright.config.yaml.YamlMap;
import io.poolwright.config.yaml.YamlNode;
import io.poolwright.config.yaml.YamlScalar;
import io.poolwright.config.yaml.YamlText;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Bytes;
import io.poolwright.model.stack.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a {@code poolwright.yaml} says, by dotted key. Unknown keys are refused, with the key that was likely meant. */
public final class Declaration {
    private final List<Setting<?>> facts = new ArrayList<>();

    private Declaration() {}

    /**
     * The facts of a text.
     *
     * @throws ConfigSyntaxException for an unknown key, or a value without its unit
     */
    public static List<Setting<?>> parse(String file, String text) {
        Declaration declaration = new Declaration();
        for (YamlNode document : YamlText.parse(file, text)) {
            declaration.read(document, List.of());
        }
        return List.copyOf(declaration.facts);
    }

    private void read(YamlNode node, List<String> path) {
        if (node instanceof YamlScalar scalar && scalar.isNull()) {
            return;
        }
        if (!(node instanceof YamlMap map)) {
            throw refused(
                    node.origin(),
                    path.isEmpty() ? "no key at all" : "a value at '" + String.join(".", path) + "'",
                    DeclaredKey.below(path),
                    "");
        }
        if (!map.repeated().isEmpty()) {
            YamlScalar again = map.repeated().get(0);
            throw new ConfigSyntaxException(
                    again.origin(), "key '" + again.text() + "' a second time", "each key once", "one of the two");
        }
        for (YamlEntry entry : map.entries()) {
            List<String> below = new ArrayList<>(path);
            below.add(entry.name());
            Optional<DeclaredKey> key = DeclaredKey.at(below);
            if (key.isPresent()) {
                facts.add(value(key.get(), String.join(".", below), entry));
            } else if (DeclaredKey.ALL.stream().anyMatch(one -> one.begins(below))) {
                read(entry.value(), below);
            } else {
                throw refused(
                        entry.key().origin(),
                        "unknown key '" + String.join(".", below) + "'",
                        DeclaredKey.below(path),
                        entry.name());
            }
        }
    }

    private static ConfigSyntaxException refused(Origin at, String saw, List<String> accepted, String written) {
        List<String> names = accepted.stream()
                .map(name -> name.equals("*") ? "a name" : name)
                .toList();
        String meant = Nearest.to(written, names).orElse(names.isEmpty() ? "nothing" : names.get(0));
        return new ConfigSyntaxException(at, saw, String.join(", ", names), meant);
    }

    private static Setting<?> value(DeclaredKey key, String name, YamlEntry entry) {
        String text = text(key, name, entry);
        Origin at = entry.value().origin();
        return switch (key.unit()) {
            case COUNT -> Setting.declared(name, count(text, name, at), text, at);
            case PER_CENT -> Setting.declared(name, count(text.replaceFirst("\\s*%$", ""), name, at), text, at);
            case NUMBER -> Setting.declared(name, number(text, name, at), text, at);
            case TIME ->
                Setting.declared(
                        name,
                        Quantities.duration(text)
                                .orElseThrow(() -> wrong(name, text, "a time with its unit", "30s", at)),
                        text,
                        at);
            case BYTES -> Setting.declared(name, bytes(text, name, at), text, at);
            case TEXT, LIST -> Setting.declared(name, text, text, at);
        };
    }

    private static String text(DeclaredKey key, String name, YamlEntry entry) {
        if (entry.value() instanceof YamlScalar scalar) {
            return scalar.text().strip();
        }
        if (key.unit() == DeclaredKey.Unit.LIST && entry.value() instanceof YamlList list) {
            return list.items().stream().flatMap(item -> item.text().stream()).collect(Collectors.joining(", "));
        }
        throw wrong(
                name,
                "something else than a value",
                "one value",
                name.substring(name.lastIndexOf('.') + 1) + ": …",
                entry.value().origin());
    }

    private static long count(String text, String name, Origin at) {
        return Quantities.count(text).orElseThrow(() -> wrong(name, text, "a whole number", "4", at));
    }

    private static double number(String text, String name, Origin at) {
        if (!text.matches("[0-9]{1,9}(?:\\.[0-9]{1,6})?")) {
            throw wrong(name, text, "a number", "250", at);
        }
        return Double.parseDouble(text);
    }

    private static Bytes bytes(String text, String name, Origin at) {
        var binary = Quantities.kubernetesBytes(text);
        if (binary.isEmpty()) {
            throw wrong(name, text, "an amount of memory", "8Gi", at);
        }
        return new Bytes(binary.getAsLong());
    }

    private static ConfigSyntaxException wrong(String name, String saw, String accepted, String write, Origin at) {
        return new ConfigSyntaxException(at, "%s '%s'".formatted(name, saw), accepted, write);
    }
}
