package io.poolwright.config.traefik;

import io.poolwright.config.yaml.YamlEntry;
import io.poolwright.config.yaml.YamlList;
import io.poolwright.config.yaml.YamlMap;
import io.poolwright.config.yaml.YamlNode;
import io.poolwright.config.yaml.YamlScalar;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The four ways to tell Traefik a setting, all brought to the same dotted keys in lower case: a YAML file, an argument
 * {@code --a.b=c}, a variable {@code TRAEFIK_A_B=c}, a label {@code traefik.a.b=c}. Source: Traefik documentation,
 * "Configuration introduction"; names do not depend on case.
 */
public final class TraefikSource {
    private static final String VARIABLE = "traefik_";
    private static final String LABEL = "traefik.";

    private TraefikSource() {}

    /** Everything in a YAML document. */
    public static List<TraefikSetting> yaml(YamlNode document) {
        List<TraefikSetting> settings = new ArrayList<>();
        flatten("", document, settings);
        return List.copyOf(settings);
    }

    /** One argument of the command line; empty when it is none of Traefik's settings. */
    public static Optional<TraefikSetting> argument(String argument, Origin origin) {
        if (!argument.startsWith("--")) {
            return Optional.empty();
        }
        String text = argument.substring(2);
        int equals = text.indexOf('=');
        String key = equals < 0 ? text : text.substring(0, equals);
        return Optional.of(new TraefikSetting(lower(key), equals < 0 ? "true" : text.substring(equals + 1), origin));
    }

    /** One environment variable; empty when its name is none of Traefik's. */
    public static Optional<TraefikSetting> variable(String name, String value, Origin origin) {
        String key = lower(name);
        return key.startsWith(VARIABLE)
                ? Optional.of(
                        new TraefikSetting(key.substring(VARIABLE.length()).replace('_', '.'), value, origin))
                : Optional.empty();
    }

    /** One label of a container; empty when it is not for Traefik. */
    public static Optional<TraefikSetting> label(String name, String value, Origin origin) {
        String key = lower(name);
        return key.startsWith(LABEL)
                ? Optional.of(new TraefikSetting(key.substring(LABEL.length()), value, origin))
                : Optional.empty();
    }

    private static void flatten(String key, YamlNode node, List<TraefikSetting> settings) {
        if (node instanceof YamlMap map) {
            for (YamlEntry entry : map.entries()) {
                flatten((key.isEmpty() ? "" : key + ".") + lower(entry.name()), entry.value(), settings);
            }
        } else if (node instanceof YamlList list) {
            for (int i = 0; i < list.items().size(); i++) {
                flatten(key + "[" + i + "]", list.items().get(i), settings);
            }
        } else if (node instanceof YamlScalar scalar && !scalar.isNull()) {
            settings.add(new TraefikSetting(key, scalar.text(), scalar.origin()));
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
