package io.poolwright.telemetry.phpfpm;

import io.poolwright.telemetry.Plain;
import io.poolwright.telemetry.wire.Exchange;
import io.poolwright.telemetry.wire.Peer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One GET of one page over FastCGI: one request, one connection. Source: FastCGI specification 1.0. */
final class FastCgi implements StatusSource {
    private static final int BEGIN = 1;
    private static final int END = 3;
    private static final int PARAMS = 4;
    private static final int INPUT = 5;
    private static final int OUTPUT = 6;
    private static final int ERRORS = 7;

    private static final byte[] NOTHING = new byte[0];

    /** Role responder, and the connection is closed after the answer. */
    private static final byte[] RESPONDER = {0, 1, 0, 0, 0, 0, 0, 0};

    private final Exchange exchange;
    private final String path;
    private final byte[] request;

    FastCgi(Peer peer, String path, Duration deadline) {
        if (!path.startsWith("/") || path.length() > 120 || path.indexOf('?') >= 0) {
            throw new IllegalArgumentException(
                    "found status path '%s'; accepted: what pm.status_path says; write: /status"
                            .formatted(Plain.text(path)));
        }
        this.exchange = new Exchange(peer, deadline, MOST_BYTES);
        this.path = path;
        this.request = request(path);
    }

    @Override
    public String name() {
        return exchange.peer() + path;
    }

    @Override
    public byte[] read() throws IOException {
        return body(output(ByteBuffer.wrap(exchange.ask(request))));
    }

    private static byte[] request(String path) {
        ByteArrayOutputStream parameters = new ByteArrayOutputStream();
        String[] pairs = {
            "REQUEST_METHOD", "GET",
            "SCRIPT_NAME", path,
            "SCRIPT_FILENAME", path,
            "REQUEST_URI", path + "?json",
            "QUERY_STRING", "json",
            "SERVER_PROTOCOL", "HTTP/1.1",
            "GATEWAY_INTERFACE", "CGI/1.1"
        };
        for (int i = 0; i < pairs.length; i += 2) {
            // Lengths below 128 take one byte each.
            parameters.write(pairs[i].length());
            parameters.write(pairs[i + 1].getBytes(StandardCharsets.UTF_8).length);
            parameters.writeBytes(pairs[i].getBytes(StandardCharsets.US_ASCII));
            parameters.writeBytes(pairs[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(record(BEGIN, RESPONDER));
        request.writeBytes(record(PARAMS, parameters.toByteArray()));
        request.writeBytes(record(PARAMS, NOTHING));
        request.writeBytes(record(INPUT, NOTHING));
        return request.toByteArray();
    }

    /** Version 1, request 1, no padding. */
    private static byte[] record(int type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .put((byte) 1)
                .put((byte) type)
                .putShort((short) 1)
                .putShort((short) content.length)
                .putShort((short) 0)
                .put(content)
                .array();
    }

    private static byte[] output(ByteBuffer answer) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        while (answer.remaining() >= 8) {
            int version = answer.get();
            int type = answer.get();
            answer.getShort(); // request: there is but one
            int length = answer.getShort() & 0xffff;
            int padding = answer.get() & 0xff;
            answer.get();
            if (version != 1 || type < BEGIN || type > 11 || length + padding > answer.remaining()) {
                throw new IOException("answer is not FastCGI");
            }
            byte[] content = new byte[length];
            answer.get(content).position(answer.position() + padding);
            if (type == OUTPUT) {
                output.writeBytes(content);
            } else if (type == END) {
                return output.toByteArray();
            } else if (type == ERRORS && length > 0) {
                throw new IOException("says: " + new String(content, StandardCharsets.UTF_8));
            }
        }
        throw new IOException(
                answer.limit() == 0
                        ? "closed the connection without an answer"
                        : "answer is not FastCGI, or was cut off");
    }

    /** What follows the head; a status other than 200 is in the head. */
    private static byte[] body(byte[] output) throws IOException {
        String text = new String(output, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IOException("answer has no head");
        }
        for (String line : text.substring(0, end).split("\r\n", 50)) {
            if (line.regionMatches(true, 0, "Status:", 0, 7)
                    && !line.substring(7).strip().startsWith("200")) {
                throw new IOException("answered %s; is that the path that pm.status_path says?"
                        .formatted(line.substring(7).strip()));
            }
        }
        return text.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1);
    }
}
