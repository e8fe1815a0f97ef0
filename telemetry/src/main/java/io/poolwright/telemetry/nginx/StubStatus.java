package io.poolwright.telemetry.nginx;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/**
 * The page of {@code stub_status}: four lines of fixed words.
 *
 * @param active connections from clients now, idle ones kept alive included
 * @param accepts connections accepted (count)
 * @param handled connections taken up by a worker; less than accepted when a limit was reached (count)
 * @param requests requests (count)
 */
record StubStatus(double active, double accepts, double handled, double requests) {
    static StubStatus parse(String page) throws IOException {
        Iterator<String> lines = page.lines().map(String::strip).limit(20).iterator();
        String first = next(lines);
        String head = next(lines);
        List<String> counts = List.of(next(lines).split(" +", 5));
        if (!first.startsWith("Active connections:")
                || !head.startsWith("server accepts handled requests")
                || counts.size() < 3) {
            throw new IOException("answer is not the page of stub_status, which begins with 'Active connections:'");
        }
        return new StubStatus(
                number(first.substring(first.indexOf(':') + 1).strip()),
                number(counts.get(0)),
                number(counts.get(1)),
                number(counts.get(2)));
    }

    private static String next(Iterator<String> lines) {
        return lines.hasNext() ? lines.next() : "";
    }

    private static double number(String text) throws IOException {
        if (text.isEmpty() || text.length() > 18 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IOException("answer is not the page of stub_status: a number is missing");
        }
        return (double) Long.parseLong(text);
    }
}
