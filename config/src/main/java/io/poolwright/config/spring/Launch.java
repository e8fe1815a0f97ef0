package io.poolwright.config.spring;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.config.yaml.YamlNode;
import io.poolwright.config.yaml.YamlText;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How one application is started, as far as an orchestrator's file says it: variables and words of the command line.
 *
 * @param variables the environment, each with its line; a value that is not known is empty
 * @param words the command line behind the program's name: {@code -Dkey=value} and {@code --key=value} are looked for
 * @param known whether somebody starts it in what we read; a bare source tree is not started by anyone
 */
public record Launch(List<SpringProperty> variables, List<SpringProperty> words, boolean known) {
    private static final Set<String> JVM_OPTIONS = Set.of(
            "JAVA_OPTS",
            "JAVA_TOOL_OPTIONS",
            "JDK_JAVA_OPTIONS",
            "_JAVA_OPTIONS",
            "CATALINA_OPTS",
            "JAVA_ARGS",
            "JVM_OPTS");

    public Launch {
        variables = List.copyOf(variables);
        words = List.copyOf(words);
    }

    /** Nothing is known of the start. */
    public static Launch unknown() {
        return new Launch(List.of(), List.of(), false);
    }

    /** The sources, the strongest first: arguments, JSON, system properties, variables. */
    List<SpringSource> sources() {
        List<SpringProperty> arguments = new ArrayList<>();
        List<SpringProperty> system = new ArrayList<>();
        for (SpringProperty variable : variables) {
            if (JVM_OPTIONS.contains(variable.key())) {
                variable.text()
                        .ifPresent(text -> options(Words.shell(text), variable.origin(), system, new ArrayList<>()));
            }
        }
        for (SpringProperty word : words) {
            word.text().ifPresent(text -> options(List.of(text), word.origin(), system, arguments));
        }
        List<SpringProperty> json = new ArrayList<>();
        for (SpringProperty property : together(variables, system, arguments)) {
            String key = property.key().toLowerCase(Locale.ROOT).replace('_', '.');
            if (key.equals("spring.application.json")) {
                property.text().ifPresent(text -> json.addAll(json(text, property.origin())));
            }
        }
        return List.of(
                SpringSource.named(arguments),
                SpringSource.named(json),
                SpringSource.named(system),
                SpringSource.variables(variables));
    }

    private static void options(
            List<String> words, Origin origin, List<SpringProperty> system, List<SpringProperty> arguments) {
        for (String word : words) {
            List<SpringProperty> into = word.startsWith("-D") ? system : arguments;
            if (word.startsWith("-D") || word.startsWith("--")) {
                int equals = word.indexOf('=');
                String key = word.substring(2, equals < 0 ? word.length() : equals);
                if (!key.isEmpty()) {
                    into.add(SpringProperty.of(key, equals < 0 ? "" : word.substring(equals + 1), origin));
                }
            }
        }
    }

    private static List<SpringProperty> json(String text, Origin origin) {
        List<SpringProperty> properties = new ArrayList<>();
        try {
            for (YamlNode node : YamlText.parse(origin.file(), text)) {
                for (SpringProperty property : new Flattening().of(node)) {
                    properties.add(new SpringProperty(property.key(), property.text(), origin));
                }
            }
        } catch (ConfigSyntaxException e) {
            return List.of(
                    new SpringProperty("spring.application.json", Optional.empty(), origin)); // set, not readable
        }
        return properties;
    }

    private static List<SpringProperty> together(
            List<SpringProperty> first, List<SpringProperty> second, List<SpringProperty> third) {
        List<SpringProperty> all = new ArrayList<>(first);
        all.addAll(second);
        all.addAll(third);
        return all;
    }
}
