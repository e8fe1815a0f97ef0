package io.poolwright.cli.terminal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * How text may look here: whether colour and drawing characters are understood. No state is told by colour alone.
 *
 * @param colour whether escape sequences for colour may be written
 * @param drawing whether block characters and arrows may be written
 */
public record Style(boolean colour, boolean drawing) {
    /**
     * What this terminal understands.
     *
     * @param environment {@code NO_COLOR}, {@code TERM} and {@code LC_ALL}/{@code LC_CTYPE}/{@code LANG} are looked at
     * @param terminal whether the output is a terminal at all
     */
    public static Style of(Map<String, String> environment, boolean terminal) {
        boolean dumb = "dumb".equals(environment.getOrDefault("TERM", ""));
        boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        String locale = first(environment, "LC_ALL", "LC_CTYPE", "LANG");
        boolean unicode = locale.isEmpty()
                ? Charset.defaultCharset().equals(StandardCharsets.UTF_8)
                : locale.toLowerCase(Locale.ROOT).replace("-", "").contains("utf8");
        return new Style(terminal && !dumb && !refused, unicode);
    }

    private static String first(Map<String, String> environment, String... names) {
        for (String name : names) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    /** What stands out. */
    public String bold(String text) {
        return paint("1", text);
    }

    /** What may be passed over. */
    public String faint(String text) {
        return paint("2", text);
    }

    /** What is wrong. */
    public String bad(String text) {
        return paint("1;31", text);
    }

    /** What needs care. */
    public String warm(String text) {
        return paint("33", text);
    }

    /** What is well. */
    public String good(String text) {
        return paint("32", text);
    }

    private String paint(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    /** A drawing character, or its plain stand-in where it would come out as rubbish. */
    public String mark(String drawn, String plain) {
        return drawing ? drawn : plain;
    }

    /** Text with every drawing character that we use replaced where it would come out as rubbish. */
    public String plain(String text) {
        return drawing
                ? text
                : text.replace("→", "->")
                        .replace("×", "x")
                        .replace("÷", "/")
                        .replace("−", "-")
                        .replace("…", "...")
                        .replace("≥", ">=")
                        .replace("≤", "<=")
                        .replace("–", "-")
                        .replace("·", "-");
    }
}
