package io.poolwright.telemetry.haproxy;

import java.util.Optional;

/**
 * One line of HAProxy's log about a request or a connection.
 *
 * @param frontend who accepted it
 * @param backend who was to serve it; the frontend when none was chosen
 * @param server who served it; empty when none did
 * @param queued time in the queue (s), -1 when it did not get there
 * @param connected time to connect to the server (s), -1 when it did not
 * @param held time from the end of the queue to the end (s): what a server's slot was taken for; -1 when unknown
 * @param end the first two letters of the termination state: who ended it, and in which phase
 */
record HaproxyLine(
        String frontend,
        String backend,
        Optional<String> server,
        double queued,
        double connected,
        double held,
        String end) {
    private static final int DATE_LENGTH = "[06/Feb/2009:12:14:14.655]".length();

    /** Words that are looked at: those after them are what clients sent. */
    private static final int MOST_WORDS = 40;

    /** The line in either format, behind whatever the system's log puts before it; empty when it is neither. */
    static Optional<HaproxyLine> parse(String line) {
        String[] words = line.split(" ", MOST_WORDS);
        for (int at = 0; at + 5 < words.length; at++) {
            if (isDate(words[at])) {
                return parse(words, at + 1);
            }
        }
        return Optional.empty();
    }

    /** Whether HAProxy writes such lines too: about itself and its servers. */
    static boolean isOther(String line) {
        return line.isBlank()
                || line.contains("Server ")
                || line.contains("Proxy ")
                || line.contains("Connect from ")
                || line.contains("has no server available");
    }

    private static Optional<HaproxyLine> parse(String[] words, int at) {
        String frontend = words[at].endsWith("~") ? words[at].substring(0, words[at].length() - 1) : words[at];
        int slash = words[at + 1].indexOf('/');
        String[] timers = words[at + 2].split("/", 6);
        int stateAt = timers.length == 5 ? at + 7 : at + 4;
        if (frontend.isEmpty() || slash < 1 || (timers.length != 5 && timers.length != 3) || stateAt >= words.length) {
            return Optional.empty();
        }
        double[] millis = new double[timers.length];
        for (int i = 0; i < timers.length; i++) {
            millis[i] = millis(timers[i]);
            if (Double.isNaN(millis[i])) {
                return Optional.empty();
            }
        }
        String state = words[stateAt];
        if (state.length() != (timers.length == 5 ? 4 : 2)) {
            return Optional.empty();
        }
        String server = words[at + 1].substring(slash + 1);
        boolean http = timers.length == 5;
        double queued = millis[http ? 1 : 0];
        double connected = millis[http ? 2 : 1];
        double whole = millis[millis.length - 1];
        boolean early = timers[timers.length - 1].startsWith("+"); // logged before its end
        double held = connected < 0 || queued < 0 || early ? -1 : whole - queued - (http ? Math.max(0, millis[0]) : 0);
        return Optional.of(new HaproxyLine(
                frontend,
                words[at + 1].substring(0, slash),
                server.startsWith("<") ? Optional.empty() : Optional.of(server),
                seconds(queued),
                seconds(connected),
                seconds(held),
                state.substring(0, 2)));
    }

    private static double seconds(double millis) {
        return millis < 0 ? -1 : millis / 1000;
    }

    private static boolean isDate(String word) {
        return word.length() == DATE_LENGTH
                && word.charAt(0) == '['
                && word.charAt(DATE_LENGTH - 1) == ']'
                && word.charAt(3) == '/'
                && word.charAt(7) == '/'
                && word.charAt(12) == ':';
    }

    /** Milliseconds, -1 for what did not happen; NaN when it is no time. */
    private static double millis(String text) {
        String digits = text.startsWith("+") ? text.substring(1) : text;
        if (digits.equals("-1")) {
            return -1;
        }
        boolean number =
                !digits.isEmpty() && digits.length() <= 10 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Long.parseLong(digits) : Double.NaN;
    }
}
