package io.poolwright.config.traefik;

import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings of a TOML file of Traefik: tables, lists of tables, and keys with a text, a number or a boolean on one line.
 * Lists of values and inline tables are passed over. Source: TOML 1.0.
 */
public final class TraefikToml {
    private static final Pattern TABLE = Pattern.compile("\\[\\[?([^\\[\\]]{1,500})]]?\\s*(?:#.*)?");
    private static final Pattern KEY = Pattern.compile("([\\w.\"'-]{1,500})\\s*=\\s*(\\S.*)");
    private static final Pattern VALUE = Pattern.compile("(?:\"([^\"]*)\"|'([^']*)'|([\\w.:+-]+))\\s*(?:#.*)?");

    private final List<TraefikSetting> settings = new ArrayList<>();
    private final Map<String, Integer> lists = new HashMap<>();
    private String table = "";

    private TraefikToml() {}

    /** All settings of a text in the order of their lines. */
    public static List<TraefikSetting> parse(String file, String text) {
        TraefikToml toml = new TraefikToml();
        String[] lines = text.split("\r\n|\r|\n", -1);
        for (int i = 0; i < lines.length; i++) {
            toml.line(lines[i].strip(), new Origin(file, i + 1));
        }
        return List.copyOf(toml.settings);
    }

    private void line(String line, Origin origin) {
        Matcher head = TABLE.matcher(line);
        if (head.matches()) {
            String name = name(head.group(1));
            table = line.startsWith("[[") ? name + "[" + (lists.merge(name, 1, Integer::sum) - 1) + "]" : name;
            return;
        }
        Matcher key = KEY.matcher(line);
        Matcher value = key.matches() ? VALUE.matcher(key.group(2)) : VALUE.matcher("");
        if (key.matches() && value.matches()) {
            String text =
                    value.group(1) != null ? value.group(1) : value.group(2) != null ? value.group(2) : value.group(3);
            settings.add(new TraefikSetting((table.isEmpty() ? "" : table + ".") + name(key.group(1)), text, origin));
        }
    }

    private static String name(String written) {
        return written.strip().replace("\"", "").replace("'", "").toLowerCase(Locale.ROOT);
    }
}
