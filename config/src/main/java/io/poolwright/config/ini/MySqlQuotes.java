package io.poolwright.config.ini;

/**
 * Comments, quotes and escapes of a line in an option file. Source: MySQL Reference Manual 8.0, 4.2.2.2 "Using Option
 * Files"; behaviour confirmed on MariaDB 10.11.
 */
final class MySqlQuotes {
    private MySqlQuotes() {}

    /** The line up to the first {@code #} outside quotes. */
    static String withoutComment(String line) {
        char quote = 0;
        boolean escaped = false;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if ((letter == '\'' || letter == '"') && !escaped) {
                quote = quote == 0 ? letter : quote == letter ? 0 : quote;
            }
            if (quote == 0 && letter == '#') {
                return line.substring(0, i);
            }
            escaped = quote != 0 && letter == '\\' && !escaped;
        }
        return line;
    }

    /** The value without the quotes around it and with its escapes undone. */
    static String plain(String written) {
        int last = written.length() - 1;
        boolean quoted = last > 0
                && (written.charAt(0) == '\'' || written.charAt(0) == '"')
                && written.charAt(last) == written.charAt(0);
        String inner = quoted ? written.substring(1, last) : written;
        StringBuilder plain = new StringBuilder(inner.length());
        for (int i = 0; i < inner.length(); i++) {
            char letter = inner.charAt(i);
            if (letter != '\\' || i + 1 == inner.length()) {
                plain.append(letter);
                continue;
            }
            char escaped = inner.charAt(++i);
            switch (escaped) {
                case 'n' -> plain.append('\n');
                case 't' -> plain.append('\t');
                case 'r' -> plain.append('\r');
                case 'b' -> plain.append('\b');
                case 's' -> plain.append(' ');
                case '\\', '\'', '"' -> plain.append(escaped);
                default -> plain.append('\\').append(escaped);
            }
        }
        return plain.toString();
    }
}
