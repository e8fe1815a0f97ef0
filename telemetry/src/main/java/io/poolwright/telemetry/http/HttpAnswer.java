package io.poolwright.telemetry.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** An HTTP/1.1 answer, read to its end: what is in it, or why it is none. */
final class HttpAnswer {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})( .*)?");
    private static final Pattern CHUNK = Pattern.compile("([0-9a-fA-F]{1,7})\\s*(;.*)?");
    private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_HEAD = 64 << 10;
    private static final int LONGEST_LOCATION = 200;

    private HttpAnswer() {}

    /** The body of a whole, successful answer of text, decompressed; refused when it is longer. */
    static byte[] body(byte[] answer, int mostBytes) throws IOException {
        int bodyAt = endOfHead(answer, answer.length);
        if (bodyAt < 0) {
            throw new IOException(
                    answer.length == 0 ? "closed the connection without an answer" : "answer is not HTTP");
        }
        List<String> head = head(answer, bodyAt);
        Matcher status = STATUS.matcher(head.isEmpty() ? "" : head.get(0));
        if (!status.matches()) {
            throw new IOException("answer is not HTTP");
        }
        if (!status.group(1).equals("200")) {
            throw new IOException("answered " + status.group(1) + redirect(head));
        }
        checkType(header(head, "content-type").orElse("text/plain"));
        byte[] body = plain(answer, bodyAt, head);
        Optional<String> compression = header(head, "content-encoding").filter(it -> !it.equals("identity"));
        return compression.isPresent() ? decompressed(body, compression.get(), mostBytes) : body;
    }

    /** Whether that much of an answer is all of it: a server may leave the connection open none the less. */
    static boolean isWhole(byte[] buffer, int length) {
        int bodyAt = endOfHead(buffer, length);
        if (bodyAt < 0) {
            return false;
        }
        if (length - bodyAt >= 5 && endsWith(buffer, length, LAST_CHUNK)) {
            return isChunked(head(buffer, bodyAt));
        }
        Optional<String> told = header(head(buffer, bodyAt), "content-length");
        return told.isPresent() && told.get().equals(Integer.toString(length - bodyAt));
    }

    private static boolean isChunked(List<String> head) {
        return header(head, "transfer-encoding").orElse("").equalsIgnoreCase("chunked");
    }

    private static boolean endsWith(byte[] buffer, int length, byte[] end) {
        return length >= end.length && Arrays.equals(buffer, length - end.length, length, end, 0, end.length);
    }

    private static byte[] plain(byte[] answer, int bodyAt, List<String> head) throws IOException {
        Optional<String> encoding = header(head, "transfer-encoding");
        if (encoding.isPresent()) {
            if (!isChunked(head)) {
                throw new IOException("answer has the transfer encoding " + shortened(encoding.get()));
            }
            return chunks(answer, bodyAt);
        }
        byte[] body = Arrays.copyOfRange(answer, bodyAt, answer.length);
        Optional<String> length = header(head, "content-length");
        if (length.isPresent() && !length.get().equals(Integer.toString(body.length))) {
            throw new IOException(
                    "answer was cut off at %d of %s bytes".formatted(body.length, shortened(length.get())));
        }
        return body;
    }

    private static void checkType(String contentType) throws IOException {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        boolean text = type.isEmpty()
                || (type.startsWith("text/") && !type.equals("text/html"))
                || type.equals("application/openmetrics-text")
                || type.equals("application/json");
        if (!text) {
            throw new IOException("answered with %s, which is no page of numbers".formatted(shortened(type)));
        }
    }

    /** Where a redirect would have led, for whoever has to correct the address; never followed. */
    private static String redirect(List<String> head) {
        return header(head, "location")
                .filter(location -> !location.isEmpty())
                .map(location -> location.replaceAll("//[^/@]*@", "//").replaceAll("[?#].*", ""))
                .map(location -> ", and would lead to %s, which is not followed".formatted(shortened(location)))
                .orElse("");
    }

    /** At most so much of what a target wrote, and nothing that a terminal would take for a command. */
    private static String shortened(String text) {
        String plain = text.replaceAll("[^\\x20-\\x7e]", "?");
        return plain.length() <= LONGEST_LOCATION ? plain : plain.substring(0, LONGEST_LOCATION - 1) + "…";
    }

    private static byte[] decompressed(byte[] body, String compression, int mostBytes) throws IOException {
        if (!compression.equalsIgnoreCase("gzip")) {
            throw new IOException("answer is compressed with " + shortened(compression));
        }
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] read = plain.readNBytes(mostBytes);
            if (plain.read() >= 0) {
                throw new IOException("answer is longer than %d bytes".formatted(mostBytes));
            }
            return read;
        }
    }

    private static List<String> head(byte[] answer, int bodyAt) {
        return new String(answer, 0, bodyAt, StandardCharsets.ISO_8859_1)
                .lines()
                .toList();
    }

    private static int endOfHead(byte[] answer, int length) {
        for (int i = 0; i + 3 < Math.min(length, MOST_HEAD); i++) {
            if (answer[i] == '\r' && answer[i + 1] == '\n' && answer[i + 2] == '\r' && answer[i + 3] == '\n') {
                return i + 4;
            }
        }
        return -1;
    }

    private static Optional<String> header(List<String> head, String name) {
        return head.stream()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    private static byte[] chunks(byte[] answer, int bodyAt) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(answer.length - bodyAt);
        int at = bodyAt;
        while (true) {
            int lineEnd = at;
            while (lineEnd < answer.length && answer[lineEnd] != '\r') {
                lineEnd++;
            }
            Matcher size = CHUNK.matcher(new String(answer, at, lineEnd - at, StandardCharsets.ISO_8859_1));
            if (lineEnd == answer.length || !size.matches()) {
                throw new IOException("answer was cut off within its chunks");
            }
            int length = Integer.parseInt(size.group(1), 16);
            if (length == 0) {
                return body.toByteArray();
            }
            at = lineEnd + 2;
            if (length > answer.length - at) {
                throw new IOException("answer was cut off within its chunks");
            }
            body.write(answer, at, length);
            at += length + 2;
            if (at > answer.length) {
                throw new IOException("answer was cut off within its chunks");
            }
        }
    }
}
