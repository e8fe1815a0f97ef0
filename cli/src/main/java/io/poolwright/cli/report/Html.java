package io.poolwright.cli.report;

/** Text made safe for HTML and SVG: element content and quoted attribute values alike. */
public final class Html {
    /** Keeps a per cent sign with its number. Other units keep a plain space: values are copied into files. */
    private static final char NO_BREAK = '\u00a0';

    private Html() {}

    /** The text, safe in element content and in quoted attributes. */
    public static String text(String raw) {
        StringBuilder safe = new StringBuilder(raw.length() + 16);
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                case ' ' -> safe.append(i + 1 < raw.length() && raw.charAt(i + 1) == '%' ? NO_BREAK : c);
                default -> safe.append(c < ' ' ? ' ' : c);
            }
        }
        return safe.toString();
    }
}
