package io.poolwright.config.haproxy;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.model.DeclaredSetting;
import io.poolwright.model.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a {@code haproxy.cfg} declares about queues and times: the {@code timeout} lines of every section, and
 * {@code maxconn} of every server and section. Other directives are passed over.
 *
 * <p>Owners are {@code haproxy/<section>} and {@code haproxy/<section>/<server>}; a section is called by its name, or by
 * its keyword when it has none. Values stay as written. Source: HAProxy configuration manual 2.6, chapters 2 and 4.
 */
public final class HaproxyConfiguration {
    private static final Set<String> TIMEOUTS = Set.of("queue", "connect", "client", "server");
    private static final Set<String> SERVER_LINES = Set.of("server", "default-server");
    private static final Pattern TIME = Pattern.compile("\\d{1,18}(us|ms|s|m|h|d)?"); // 2.5: no unit means ms
    private static final Pattern COUNT = Pattern.compile("\\d{1,10}");

    private final List<DeclaredSetting> settings = new ArrayList<>();
    private String section = "";

    private HaproxyConfiguration() {}

    /** The settings of a file in UTF-8. */
    public static List<DeclaredSetting> read(Path file) throws IOException {
        return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    }

    /**
     * The settings of a text; throws {@link ConfigSyntaxException} for a time or a number that HAProxy would refuse.
     *
     * @param file its name for people
     */
    public static List<DeclaredSetting> parse(String file, String text) {
        HaproxyConfiguration configuration = new HaproxyConfiguration();
        String[] lines = text.split("\r\n|\r|\n", -1);
        for (int i = 0; i < lines.length; i++) {
            configuration.line(HaproxyWords.of(lines[i]), new Origin(file, i + 1));
        }
        return List.copyOf(configuration.settings);
    }

    private void line(List<String> words, Origin origin) {
        if (words.isEmpty()) {
            return;
        }
        String first = words.get(0);
        if (HaproxyFile.SECTIONS.contains(first)) {
            section = words.size() > 1 && !words.get(1).equals("from") ? words.get(1) : first;
        } else if (first.equals("timeout") && words.size() > 1 && TIMEOUTS.contains(words.get(1))) {
            declare("haproxy/" + section, "timeout " + words.get(1), time(words, 2, origin), origin);
        } else if (first.equals("maxconn")) {
            declare("haproxy/" + section, "maxconn", count(words, 1, origin), origin);
        } else if (SERVER_LINES.contains(first)) {
            server(words, origin);
        }
    }

    private void server(List<String> words, Origin origin) {
        boolean isDefault = words.get(0).equals("default-server");
        if (!isDefault && words.size() < 3) {
            throw new ConfigSyntaxException(
                    origin,
                    "'" + String.join(" ", words) + "'",
                    "server <name> <address>",
                    "server shop-1 127.0.0.1:8080");
        }
        String name = isDefault ? "default-server" : words.get(1);
        for (int i = isDefault ? 1 : 3; i < words.size(); i++) {
            if (words.get(i).equals("maxconn")) {
                declare("haproxy/%s/%s".formatted(section, name), "maxconn", count(words, ++i, origin), origin);
            }
        }
    }

    private static String time(List<String> words, int at, Origin origin) {
        String written = at < words.size() ? words.get(at) : "";
        if (!TIME.matcher(written).matches() && !isVariable(written)) {
            throw new ConfigSyntaxException(
                    origin, "time '" + written + "'", "a whole number, then us, ms, s, m, h or d", "5s");
        }
        return written;
    }

    private static String count(List<String> words, int at, Origin origin) {
        String written = at < words.size() ? words.get(at) : "";
        if (!COUNT.matcher(written).matches() && !isVariable(written)) {
            throw new ConfigSyntaxException(origin, "maxconn '" + written + "'", "a whole number", "maxconn 20");
        }
        return written;
    }

    /** From HAProxy's environment, which is not ours to see; kept as written. */
    private static boolean isVariable(String written) {
        return written.startsWith("$");
    }

    private void declare(String owner, String name, String value, Origin origin) {
        settings.add(new DeclaredSetting(owner, name, value, origin));
    }
}
