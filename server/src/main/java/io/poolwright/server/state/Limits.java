package io.poolwright.server.state;

/** How long a text may be that is kept. */
final class Limits {
    private Limits() {}

    static void demand(String what, String text, int longest) {
        if (text.isEmpty() || text.length() > longest) {
            throw new IllegalArgumentException(
                    "%s: found %d characters; accepted: 1 to %d".formatted(what, text.length(), longest));
        }
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("%s: found a NUL character, which no database keeps".formatted(what));
        }
    }

    /** What the server itself writes is cut rather than refused: an alert must not be lost because its text is long. */
    static String cut(String text, int longest) {
        String clean = text.replace('\0', ' ');
        return clean.length() <= longest ? clean : clean.substring(0, longest - 1) + "…";
    }
}
