package io.poolwright.config.compose;

import io.poolwright.config.Secrets;
import io.poolwright.config.container.Written;
import io.poolwright.model.Origin;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables of a {@code .env} file or an {@code env_file}, in order. Lines that set nothing are passed over, as compose
 * passes a name without a value on to a shell that we do not know.
 *
 * <p>Single quotes keep everything, double quotes know {@code \n}, {@code \t}, {@code \"} and {@code \\}; a quoted value may
 * span lines; {@code #} after a blank begins a comment. Secrets are redacted. Source: compose specification, “env_file”.
 */
public final class DotEnv {
    private static final Pattern START =
            Pattern.compile("[ \\t]*(?:export[ \\t]+)?([A-Za-z_][A-Za-z0-9_.-]*)[ \\t]*[=:][ \\t]*");
    private static final Pattern COMMENT = Pattern.compile("(?:^|[ \\t])#.*$");

    private final String text;
    private final String file;
    private final Map<String, Written> known;
    private final Map<String, Written> found = new LinkedHashMap<>();
    private int at;
    private int line = 1;

    private DotEnv(String file, String text, Map<String, Written> outer) {
        this.file = file;
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        this.known = new LinkedHashMap<>(outer);
    }

    /** The variables of a text; values may refer to earlier ones. */
    public static Map<String, Written> parse(String file, String text) {
        return parse(file, text, Map.of());
    }

    /** The same, where values may refer to {@code outer} ones too. */
    static Map<String, Written> parse(String file, String text, Map<String, Written> outer) {
        DotEnv env = new DotEnv(file, text, outer);
        while (env.at < env.text.length()) {
            env.entry();
        }
        return env.found;
    }

    private void entry() {
        Matcher start = START.matcher(text).region(at, endOfLine(at));
        if (!start.lookingAt()) {
            skipLine();
            return;
        }
        Origin origin = new Origin(file, line);
        at = start.end();
        char quote = at < text.length() ? text.charAt(at) : '\n';
        int close = quote == '"' || quote == '\'' ? closing(quote) : -1;
        Written value;
        if (close >= 0) {
            String inner = text.substring(at + 1, close);
            value = quote == '\'' ? Written.plain(inner, origin) : fill(unescaped(inner), origin);
            inner.chars().filter(letter -> letter == '\n').forEach(letter -> line++);
            at = close;
        } else {
            String bare = text.substring(at, endOfLine(at));
            value = fill(COMMENT.matcher(bare).replaceFirst("").strip(), origin);
        }
        Written safe = value.with(Secrets.redacted(start.group(1), value.text()));
        found.put(start.group(1), safe);
        known.put(start.group(1), safe);
        skipLine();
    }

    private Written fill(String value, Origin origin) {
        return Variables.fill(value, origin, known);
    }

    private int closing(char quote) {
        for (int i = at + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\' && quote == '"') {
                i++;
            } else if (text.charAt(i) == quote) {
                return i;
            }
        }
        return -1;
    }

    private static String unescaped(String inner) {
        return inner.replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("\\\"", "\"")
                .replace("\\\\", "\\");
    }

    private int endOfLine(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private void skipLine() {
        at = endOfLine(at) + 1;
        line++;
    }
}
