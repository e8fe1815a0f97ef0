package io.poolwright.telemetry.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An HTTP/1.1 answer, read to its end: what is in it, or why it is none. */
final class HttpAnswer {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})( .*)?");
    private static final Pattern CHUNK = Pattern.compile("([0-9a-fA-F]{1,7})\\s*(;.*)?");

    private HttpAnswer() {}

    /** The body of a whole, successful answer that is so long. */
    static byte[] body(byte[] answer, int end) throws IOException {
        int bodyAt = endOfHead(answer, end);
        List<String> head = new String(answer, 0, bodyAt, StandardCharsets.ISO_8859_1)
                .lines()
                .toList();
        Matcher status = STATUS.matcher(head.isEmpty() ? "" : head.get(0));
        if (!status.matches()) {
            throw new IOException("answer is not HTTP");
        }
        if (!status.group(1).equals("200")) {
            throw new IOException("answered " + status.group(1));
        }
        Optional<String> encoding = header(head, "transfer-encoding");
        if (encoding.isPresent()) {
            if (!encoding.get().equalsIgnoreCase("chunked")) {
                throw new IOException("answer has the transfer encoding " + encoding.get());
            }
            return chunks(answer, bodyAt, end);
        }
        byte[] body = Arrays.copyOfRange(answer, bodyAt, end);
        Optional<String> length = header(head, "content-length");
        if (length.isPresent() && !length.get().equals(Integer.toString(body.length))) {
            throw new IOException("answer was cut off at %d of %s bytes".formatted(body.length, length.get()));
        }
        return body;
    }

    private static int endOfHead(byte[] answer, int end) throws IOException {
        for (int i = 0; i + 3 < end; i++) {
            if (answer[i] == '\r' && answer[i + 1] == '\n' && answer[i + 2] == '\r' && answer[i + 3] == '\n') {
                return i + 4;
            }
        }
        throw new IOException(end == 0 ? "closed the connection without an answer" : "answer is not HTTP");
    }

    private static Optional<String> header(List<String> head, String name) {
        return head.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    private static byte[] chunks(byte[] answer, int bodyAt, int end) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(end - bodyAt);
        int at = bodyAt;
        while (true) {
            int lineEnd = at;
            while (lineEnd < end && answer[lineEnd] != '\r') {
                lineEnd++;
            }
            Matcher size = CHUNK.matcher(new String(answer, at, lineEnd - at, StandardCharsets.ISO_8859_1));
            if (lineEnd == end || !size.matches()) {
                throw new IOException("answer was cut off within its chunks");
            }
            int length = Integer.parseInt(size.group(1), 16);
            if (length == 0) {
                return body.toByteArray();
            }
            at = lineEnd + 2;
            if (length > end - at) {
                throw new IOException("answer was cut off within its chunks");
            }
            body.write(answer, at, length);
            at += length + 2;
            if (at > end) {
                throw new IOException("answer was cut off within its chunks");
            }
        }
    }
}
