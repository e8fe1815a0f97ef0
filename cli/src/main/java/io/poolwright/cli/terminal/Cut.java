package io.poolwright.cli.terminal;

/** Cuts a line to a number of columns; escape sequences take none. */
final class Cut {
    private Cut() {}

    static String to(int width, String line) {
        StringBuilder text = new StringBuilder();
        int columns = 0;
        boolean escaped = false;
        boolean painted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\u001b') {
                escaped = true;
                painted = true;
            }
            if (!escaped && ++columns > width) {
                return painted ? text + "\u001b[0m" : text.toString();
            }
            text.append(c);
            if (escaped && c == 'm') {
                escaped = false;
            }
        }
        return text.toString();
    }
}
