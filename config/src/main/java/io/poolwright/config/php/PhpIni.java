package io.poolwright.config.php;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A {@code php.ini}, a file of {@code conf.d}, {@code php-fpm.conf} or a pool file, line by line.
 *
 * <p>{@code ;} begins a comment outside quotes, {@code #} only at the start of a line. A key without {@code =} is kept with
 * an empty value. Source: PHP manual, {@code parse_ini_file} and "The configuration file".
 *
 * @param entries in the order written; a later one of the same section and key wins
 * @param sections the section heads, in the order written; a section may come back
 */
public record PhpIni(String file, List<PhpIniEntry> entries, List<Section> sections) {
    public PhpIni {
        entries = List.copyOf(entries);
        sections = List.copyOf(sections);
    }

    /** A head {@code [name]}. */
    public record Section(String name, Origin origin) {}

    /**
     * The entries of a text; throws {@link ConfigSyntaxException} for a file that is no text.
     *
     * @param file its name for people
     */
    public static PhpIni parse(String file, String text) {
        List<PhpIniEntry> entries = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        String section = "";
        String[] lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\r\n|\r|\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Origin origin = new Origin(file, i + 1);
            String line = lines[i].strip();
            if (line.indexOf('\0') >= 0) {
                throw new ConfigSyntaxException(origin, "a zero byte", "a text file", "the configuration as text");
            }
            if (line.isEmpty() || line.startsWith(";") || line.startsWith("#") || isTemplateStatement(line)) {
                continue;
            }
            if (line.startsWith("[") && line.indexOf(']') > 0) {
                section = line.substring(1, line.indexOf(']')).strip();
                sections.add(new Section(section, origin));
                continue;
            }
            int equals = line.indexOf('=');
            String key = (equals < 0 ? withoutComment(line) : line.substring(0, equals)).strip();
            String value = equals < 0 ? "" : value(line.substring(equals + 1).strip());
            if (!key.isEmpty()) {
                entries.add(new PhpIniEntry(section, key, PhpSecrets.redacted(key, value), origin));
            }
        }
        return new PhpIni(file, entries, sections);
    }

    /** The entry of a section and key that wins: the last one. */
    public Optional<PhpIniEntry> last(String section, String key) {
        return entries.stream()
                .filter(entry -> entry.section().equals(section) && entry.key().equals(key))
                .reduce((first, last) -> last);
    }

    private static boolean isTemplateStatement(String line) {
        return line.startsWith("{%") || line.startsWith("{#") || (line.startsWith("<%") && !line.startsWith("<%="));
    }

    private static String value(String written) {
        if (written.startsWith("\"") || written.startsWith("'")) {
            int end = written.indexOf(written.charAt(0), 1);
            if (end > 0) {
                return written.substring(1, end);
            }
        }
        return withoutComment(written).strip();
    }

    private static String withoutComment(String written) {
        int comment = written.indexOf(';');
        return comment < 0 ? written : written.substring(0, comment);
    }
}
