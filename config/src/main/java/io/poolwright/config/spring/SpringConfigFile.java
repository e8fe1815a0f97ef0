package io.poolwright.config.spring;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.config.properties.PropertiesText;
import io.poolwright.config.properties.PropertyLine;
import io.poolwright.config.yaml.YamlNode;
import io.poolwright.config.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The documents of an {@code application.yml} or {@code application.properties}, each property with its line.
 *
 * <p>Source: Spring Boot reference, "Externalized Configuration": YAML is flattened to dotted names, {@code ---} and in
 * properties {@code #---} divide documents.
 */
public final class SpringConfigFile {
    private SpringConfigFile() {}

    /**
     * The documents of a text; its name tells the syntax: {@code .properties}, else YAML.
     *
     * @throws ConfigSyntaxException for what the syntax does not allow
     */
    public static List<SpringDocument> parse(String file, String text) {
        return parse(file, text, 0);
    }

    /**
     * The same for a text that stands inside another file.
     *
     * @param linesBefore lines of {@code file} above the first line of {@code text}
     */
    public static List<SpringDocument> parse(String file, String text, int linesBefore) {
        String letters = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return file.toLowerCase(Locale.ROOT).endsWith(".properties")
                ? properties(file, letters, linesBefore)
                : yaml(file, letters, linesBefore);
    }

    /** The documents of a properties text, whatever the file is called. */
    public static List<SpringDocument> properties(String file, String text, int linesBefore) {
        String[] lines = text.split("\r\n|\r|\n", -1);
        List<SpringDocument> documents = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= lines.length; i++) {
            if (i == lines.length || divides(lines, i)) {
                String part = String.join("\n", List.of(lines).subList(from, i));
                List<SpringProperty> properties = new ArrayList<>();
                for (PropertyLine line : PropertiesText.parse(file, part, linesBefore + from)) {
                    properties.add(SpringProperty.of(line.key(), line.value(), line.origin()));
                }
                if (!properties.isEmpty()) {
                    documents.add(new SpringDocument(file, properties));
                }
                from = i + 1;
            }
        }
        return documents;
    }

    /** {@code #---} or {@code !---} without a comment of the same kind right above or below. */
    private static boolean divides(String[] lines, int i) {
        String line = lines[i].stripTrailing();
        if (!line.equals("#---") && !line.equals("!---")) {
            return false;
        }
        String mark = line.substring(0, 1);
        return (i == 0 || !lines[i - 1].startsWith(mark)) && (i + 1 == lines.length || !lines[i + 1].startsWith(mark));
    }

    /** The documents of a YAML text, whatever the file is called. */
    public static List<SpringDocument> yaml(String file, String text, int linesBefore) {
        List<SpringDocument> documents = new ArrayList<>();
        for (YamlNode node : nodes(file, text, linesBefore)) {
            List<SpringProperty> properties = new Flattening().of(node);
            if (!properties.isEmpty()) {
                documents.add(new SpringDocument(file, properties));
            }
        }
        return documents;
    }

    private static List<YamlNode> nodes(String file, String text, int linesBefore) {
        try {
            return YamlText.parse(file, text, linesBefore);
        } catch (ConfigSyntaxException e) {
            String quoted = mavenTokensQuoted(text);
            if (quoted.equals(text)) {
                throw e;
            }
            return YamlText.parse(file, quoted, linesBefore);
        }
    }

    /** {@code key: @token@} is filled in by the build; before that YAML refuses it for want of quotes. */
    private static String mavenTokensQuoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length());
        for (String line : text.split("\n", -1)) {
            int at = Math.max(line.indexOf(": @"), line.indexOf("- @"));
            int end = line.stripTrailing().length();
            if (at >= 0 && line.charAt(end - 1) == '@' && line.indexOf('"') < 0) {
                quoted.append(line, 0, at + 2)
                        .append('"')
                        .append(line, at + 2, end)
                        .append("\"\n");
            } else {
                quoted.append(line).append('\n');
            }
        }
        quoted.setLength(quoted.length() - 1);
        return quoted.toString();
    }
}
