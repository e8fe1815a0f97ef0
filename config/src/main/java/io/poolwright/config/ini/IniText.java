package io.poolwright.config.ini;

import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The entries of an ini text, in the order of its lines. Nothing is refused: what a product would not understand is kept
 * as it stands, and a section that does not close ends with its line.
 */
public final class IniText {
    private final IniDialect dialect;
    private final List<IniEntry> entries = new ArrayList<>();
    private String section;

    private IniText(IniDialect dialect, String section) {
        this.dialect = dialect;
        this.section = section;
    }

    /**
     * The entries of a text.
     *
     * @param file its name for people
     */
    public static List<IniEntry> parse(String file, String text, IniDialect dialect) {
        return parse(file, text, dialect, "");
    }

    /**
     * The entries of a text that is included in the middle of a section.
     *
     * @param section the section that is open where the text is included
     */
    public static List<IniEntry> parse(String file, String text, IniDialect dialect, String section) {
        IniText ini = new IniText(dialect, section);
        Iterator<String> lines = text.lines().iterator();
        for (int number = 1; lines.hasNext(); number++) {
            String line = lines.next();
            ini.line(number == 1 ? withoutMark(line).strip() : line.strip(), new Origin(file, number));
        }
        return List.copyOf(ini.entries);
    }

    private static String withoutMark(String line) {
        return line.startsWith("\uFEFF") ? line.substring(1) : line; // the byte order mark of some editors
    }

    private void line(String line, Origin origin) {
        if (line.isEmpty() || line.charAt(0) == '#' || line.charAt(0) == ';') {
            return;
        }
        String directive = dialect.directive(line);
        if (!directive.isEmpty()) {
            String path = line.substring(directive.length()).strip();
            entries.add(new IniEntry(section, directive, Optional.of(path), origin));
        } else if (line.charAt(0) == '[') {
            int end = line.indexOf(']');
            section = line.substring(1, end < 0 ? line.length() : end).strip();
            entries.add(new IniEntry(section, "", Optional.empty(), origin));
        } else {
            setting(line, origin);
        }
    }

    private void setting(String line, Origin origin) {
        String said =
                dialect == IniDialect.MYSQL ? MySqlQuotes.withoutComment(line).strip() : line;
        int equals = equalsSign(said);
        String key = unquotedKey(
                said.substring(0, equals < 0 ? said.length() : equals).strip());
        Optional<String> value = Optional.empty();
        if (equals >= 0) {
            String written = said.substring(equals + 1).strip();
            value = Optional.of(dialect == IniDialect.MYSQL ? MySqlQuotes.plain(written) : written);
        }
        if (!key.isEmpty()) {
            entries.add(new IniEntry(section, key, value.map(plain -> IniSecrets.redacted(key, plain)), origin));
        }
    }

    /** Where the key ends; a key in quotes may hold an equals sign of its own. */
    private static int equalsSign(String line) {
        if (line.charAt(0) == '\'' || line.charAt(0) == '"') {
            int end = line.indexOf(line.charAt(0), 1);
            return end < 0 ? line.indexOf('=') : line.indexOf('=', end);
        }
        return line.indexOf('=');
    }

    private static String unquotedKey(String key) {
        boolean quoted = key.length() > 1
                && (key.charAt(0) == '\'' || key.charAt(0) == '"')
                && key.charAt(key.length() - 1) == key.charAt(0);
        return quoted ? key.substring(1, key.length() - 1) : key;
    }
}
