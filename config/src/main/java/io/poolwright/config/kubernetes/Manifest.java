package io.poolwright.config.kubernetes;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.config.container.FilePaths;
import io.poolwright.config.yaml.YamlMap;
import io.poolwright.config.yaml.YamlNode;
import io.poolwright.config.yaml.YamlText;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The objects of a manifest file, in order; a {@code List} is taken apart.
 *
 * @param objects what it declares
 * @param notRendered where a template stands that nobody rendered, so that nothing of the file is known
 */
public record Manifest(List<KubernetesObject> objects, Optional<Origin> notRendered) {
    private static final Pattern HELM = Pattern.compile(
            "\\{\\{-?\\s{0,20}(?:(?:if|with|range|toYaml|quote|default|tpl|include|template|define|printf|required|not|eq|and|or)\\s[^}]{0,300})?"
                    + "[(\"]?\\s{0,20}\\$?\\.(?:Values|Release|Chart|Capabilities|Template|Files)\\b|\\{\\{-?\\s{0,20}(?:include|template|define)\\s{1,20}\"");
    private static final List<String> MARKS = List.of(
            ".Values", ".Release", ".Chart", ".Capabilities", ".Template", ".Files", "include", "template", "define");
    private static final int DEEPEST_LIST = 4;

    /**
     * Reads a text.
     *
     * @throws ConfigSyntaxException for what is neither YAML nor a template
     */
    public static Manifest parse(String file, String text) {
        Optional<Origin> template = template(file, text);
        if (template.isPresent()) {
            return new Manifest(List.of(), template);
        }
        try {
            return of(YamlText.parse(file, text));
        } catch (ConfigSyntaxException e) {
            int braces = text.indexOf("{{") >= 0 ? text.indexOf("{{") : text.indexOf("{%");
            if (braces < 0) {
                throw e;
            }
            return new Manifest(List.of(), Optional.of(origin(file, text, braces)));
        }
    }

    /** The objects of documents that have been read already. */
    public static Manifest of(List<YamlNode> documents) {
        List<KubernetesObject> objects = new ArrayList<>();
        documents.forEach(document -> collect(document, 0, objects));
        return new Manifest(List.copyOf(objects), Optional.empty());
    }

    /** Where a text uses what only Helm can fill in; empty for a rendered or plain text. */
    public static Optional<Origin> template(String file, String text) {
        if (MARKS.stream().noneMatch(text::contains)) {
            return Optional.empty(); // the pattern is slow on a text of many braces
        }
        var helm = HELM.matcher(text);
        return helm.find() ? Optional.of(origin(file, text, helm.start())) : Optional.empty();
    }

    /** Whether a document is an object of Kubernetes: it says its {@code apiVersion} and its {@code kind}. */
    public static boolean isObject(YamlNode document) {
        return document.text("kind").isPresent() && document.text("apiVersion").isPresent();
    }

    /** Whether a file name belongs to a chart's default values, which say nothing without the chart. */
    public static boolean isChartValues(String file) {
        String name = FilePaths.name(file);
        return name.matches("values([._-].*)?\\.ya?ml") || name.matches("Chart\\.(ya?ml|lock)");
    }

    private static void collect(YamlNode document, int depth, List<KubernetesObject> objects) {
        if (!(document instanceof YamlMap map) || !isObject(document) || depth > DEEPEST_LIST) {
            return;
        }
        String kind = map.text("kind").orElse("");
        if (kind.endsWith("List") && map.get("items").isPresent()) {
            map.list("items").forEach(item -> collect(item, depth + 1, objects));
            return;
        }
        objects.add(new KubernetesObject(
                kind,
                map.text("metadata", "name").orElse(""),
                map.text("metadata", "namespace").orElse(""),
                map));
    }

    private static Origin origin(String file, String text, int at) {
        return new Origin(
                file,
                1
                        + (int) text.substring(0, at)
                                .chars()
                                .filter(letter -> letter == '\n')
                                .count());
    }
}
