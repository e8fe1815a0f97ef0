package io.poolwright.config.compose;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.config.yaml.YamlEntry;
import io.poolwright.config.yaml.YamlMap;
import io.poolwright.config.yaml.YamlNode;
import io.poolwright.config.yaml.YamlText;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One compose file as it stands, nothing filled in and nothing merged but {@code <<}.
 *
 * @param name its path
 * @param tree the whole document
 */
public record ComposeFile(String name, YamlMap tree) {
    private static final Set<String> SERVICE_KEYS = Set.of(
            "image", "build", "extends", "container_name", "command", "environment", "ports", "depends_on", "deploy");
    private static final Set<String> OTHER_KINDS =
            Set.of("apiVersion", "kind", "spring", "jobs", "pipelines", "stages");

    /** Reads a text; empty when it is no compose file. Several documents count as one file only if the first is compose. */
    public static Optional<ComposeFile> parse(String file, String text) {
        List<YamlNode> documents = YamlText.parse(file, text);
        return documents.isEmpty() ? Optional.empty() : of(file, documents.get(0));
    }

    /**
     * The compose file that a document is.
     *
     * <p>Told by its content: {@code services} is a mapping of mappings, and a service says where it comes from or what to do.
     * The first format, without {@code services}, counts when every entry of the document is such a service.
     */
    public static Optional<ComposeFile> of(String file, YamlNode document) {
        if (!(document instanceof YamlMap map) || map.keys().stream().anyMatch(OTHER_KINDS::contains)) {
            return Optional.empty();
        }
        if (map.get("services").isPresent()) {
            YamlMap services = map.map("services");
            boolean compose = services.entries().stream().anyMatch(entry -> looksLikeService(entry.value()))
                    || FileRole.of(file).isPresent();
            return compose ? Optional.of(new ComposeFile(file, map)) : Optional.empty();
        }
        boolean first = FileRole.of(file).isPresent()
                && !map.entries().isEmpty()
                && map.entries().stream().allMatch(entry -> comesFromSomewhere(entry.value()));
        return first ? Optional.of(new ComposeFile(file, map)) : Optional.empty();
    }

    private static boolean looksLikeService(YamlNode node) {
        return node instanceof YamlMap map && map.keys().stream().anyMatch(SERVICE_KEYS::contains);
    }

    private static boolean comesFromSomewhere(YamlNode node) {
        return node.at("image").isPresent() || node.at("build").isPresent();
    }

    /** The entries under {@code services}, or all in a file of the first format. */
    List<YamlEntry> services() {
        return tree.get("services").isPresent() || tree.get("version").isPresent()
                ? tree.map("services").entries()
                : tree.entries().stream()
                        .filter(entry -> comesFromSomewhere(entry.value()))
                        .toList();
    }

    /**
     * A service that must be a mapping.
     *
     * @throws ConfigSyntaxException if it is something else, which compose refuses too
     */
    static YamlMap mapping(YamlEntry service) {
        if (service.value() instanceof YamlMap map) {
            return map;
        }
        throw new ConfigSyntaxException(
                service.key().origin(),
                "service '%s' that is no mapping".formatted(service.name()),
                "keys such as image and environment, indented below the name",
                service.name() + ": {image: …}");
    }
}
