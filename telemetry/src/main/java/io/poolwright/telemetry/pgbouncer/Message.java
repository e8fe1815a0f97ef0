package io.poolwright.telemetry.pgbouncer;

import io.poolwright.telemetry.wire.Call;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** One message of PostgreSQL's protocol, version 3: a letter, a length, and what is in it. Source: PostgreSQL, "Message Formats". */
final class Message {
    /** Longest message accepted, in bytes; a row of the console has some hundred. */
    static final int MOST_BYTES = 1 << 16;

    private final char kind;
    private final ByteBuffer content;

    private Message(char kind, byte[] content) {
        this.kind = kind;
        this.content = ByteBuffer.wrap(content);
    }

    static Message read(Call call) throws IOException {
        ByteBuffer head = ByteBuffer.wrap(call.exactly(5));
        char kind = (char) (head.get() & 0xff);
        int length = head.getInt() - 4;
        if (length < 0 || length > MOST_BYTES) {
            throw new IOException("answer is not PostgreSQL's protocol");
        }
        return new Message(kind, call.exactly(length));
    }

    /** A message to send; kind 0 for the very first, which has none. */
    static byte[] of(char kind, byte[] content) {
        ByteBuffer message = ByteBuffer.allocate(content.length + 5);
        if (kind != 0) {
            message.put((byte) kind);
        }
        message.putInt(content.length + 4).put(content);
        byte[] bytes = new byte[message.position()];
        message.flip().get(bytes);
        return bytes;
    }

    static byte[] of(char kind, String text) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        content.write(0);
        return of(kind, content.toByteArray());
    }

    char kind() {
        return kind;
    }

    int number() throws IOException {
        try {
            return content.getInt();
        } catch (BufferUnderflowException e) {
            throw cutOff(e);
        }
    }

    int shortNumber() throws IOException {
        try {
            return content.getShort();
        } catch (BufferUnderflowException e) {
            throw cutOff(e);
        }
    }

    byte[] bytes(int length) throws IOException {
        if (length < 0 || length > content.remaining()) {
            throw new IOException("answer was cut off within a message");
        }
        byte[] bytes = new byte[length];
        content.get(bytes);
        return bytes;
    }

    /** What is left of it. */
    byte[] rest() throws IOException {
        return bytes(content.remaining());
    }

    String text(int length) throws IOException {
        return new String(bytes(length), StandardCharsets.UTF_8);
    }

    /** Text up to the next zero byte. */
    String text() throws IOException {
        int start = content.position();
        for (int end = start; end < content.limit(); end++) {
            if (content.get(end) == 0) {
                String text = text(end - start);
                content.get();
                return text;
            }
        }
        throw new IOException("answer was cut off within a text");
    }

    /** What an error message says; its fields are a letter and a text each, and a zero at the end. */
    String error() throws IOException {
        while (content.hasRemaining()) {
            int field = content.get();
            if (field == 0) {
                break;
            }
            String text = text();
            if (field == 'M') {
                return text;
            }
        }
        return "failed without a word";
    }

    private static IOException cutOff(BufferUnderflowException e) {
        return new IOException("answer was cut off within a message", e);
    }
}
