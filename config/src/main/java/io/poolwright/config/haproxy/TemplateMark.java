package io.poolwright.config.haproxy;

import java.util.regex.Pattern;

/** What one template expression does to the lines around it. */
enum TemplateMark {
    /** Text comes in its place. */
    EXPRESSION,
    /** The lines up to the matching end may be there, or not, or several times. */
    OPEN,
    /** The other branch of a block begins. */
    OTHERWISE,
    /** A block ends. */
    CLOSE,
    /** A comment or an assignment: nothing comes in its place. */
    NOTHING;

    private static final Pattern GO_OPEN = Pattern.compile("(?:(?:if|range|with|define|block)\\b|[#^]).*");
    private static final Pattern GO_OTHERWISE = Pattern.compile("else\\b.*");
    private static final Pattern GO_CLOSE = Pattern.compile("(?:end\\b|/(?!\\*)).*");
    private static final Pattern GO_NOTHING = Pattern.compile("(?:/\\*|!|\\$\\w+\\s*:?=[^=]).*");
    private static final Pattern JINJA_OPEN =
            Pattern.compile("(?:if|for|block|macro|call|filter|raw|with|unless|case|capture)\\b.*");
    private static final Pattern JINJA_OTHERWISE = Pattern.compile("(?:else|elif|elsif|when)\\b.*");
    private static final Pattern JINJA_CLOSE = Pattern.compile("end\\w*\\b.*");
    private static final Pattern JINJA_TEXT = Pattern.compile("(?:include|import|extends)\\b.*");
    private static final Pattern ERB_OPEN = Pattern.compile(
            "(?:(?:if|unless|case|while|until|for|begin)\\b.*|.*(?:\\bdo(?:\\s*\\|[^|]*\\|)?|\\{(?:\\s*\\|[^|]*\\|)?))");
    private static final Pattern ERB_OTHERWISE = Pattern.compile("(?:else|elsif|when|rescue)\\b.*");
    private static final Pattern ERB_CLOSE = Pattern.compile("(?:end\\b|}).*");

    private static final int LONGEST = 300;

    /** The delimiters that we know. */
    enum Syntax {
        JINJA("{%", "%}"),
        JINJA_COMMENT("{#", "#}"),
        EXPRESSION("{{", "}}"),
        ERB("<%", "%>");

        private final String open;
        private final String close;

        Syntax(String open, String close) {
            this.open = open;
            this.close = close;
        }

        String open() {
            return open;
        }

        String close() {
            return close;
        }
    }

    static TemplateMark of(Syntax syntax, String inside) {
        String code = inside.lines().findFirst().orElse("").strip();
        code = code.substring(0, Math.min(code.length(), LONGEST)).strip();
        if (code.startsWith("-") || code.startsWith("+") || code.startsWith("~")) {
            code = code.substring(1).strip();
        }
        if (code.endsWith("-")) {
            code = code.substring(0, code.length() - 1).strip();
        }
        return switch (syntax) {
            case JINJA_COMMENT -> NOTHING;
            case EXPRESSION -> of(code, GO_NOTHING, GO_OTHERWISE, GO_CLOSE, GO_OPEN, EXPRESSION);
            case JINJA ->
                JINJA_TEXT.matcher(code).matches()
                        ? EXPRESSION
                        : of(code, GO_NOTHING, JINJA_OTHERWISE, JINJA_CLOSE, JINJA_OPEN, NOTHING);
            case ERB -> erb(code);
        };
    }

    private static TemplateMark erb(String code) {
        if (code.startsWith("=")) {
            return EXPRESSION;
        }
        return code.startsWith("#") ? NOTHING : of(code, GO_NOTHING, ERB_OTHERWISE, ERB_CLOSE, ERB_OPEN, NOTHING);
    }

    private static TemplateMark of(
            String code, Pattern nothing, Pattern otherwise, Pattern close, Pattern open, TemplateMark rest) {
        if (nothing.matcher(code).matches()) {
            return NOTHING;
        }
        if (otherwise.matcher(code).matches()) {
            return OTHERWISE;
        }
        if (close.matcher(code).matches()) {
            return CLOSE;
        }
        return open.matcher(code).matches() ? OPEN : rest;
    }
}
