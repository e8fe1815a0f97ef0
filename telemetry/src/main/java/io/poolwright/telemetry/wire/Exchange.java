package io.poolwright.telemetry.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;

/** One question and all of its answer: connect, write, read until the other end closes. A connection for each. */
public final class Exchange {
    private final Peer peer;
    private final Duration deadline;
    private final int mostBytes;

    /**
     * @param peer who is asked
     * @param deadline longest it takes in all, from connecting to the last byte
     * @param mostBytes longest answer accepted, in bytes
     */
    public Exchange(Peer peer, Duration deadline, int mostBytes) {
        this.peer = peer;
        this.deadline = deadline;
        this.mostBytes = mostBytes;
    }

    public Peer peer() {
        return peer;
    }

    /** The answer to the question; throws an {@link IOException} that says in words why there is none. */
    public byte[] ask(byte[] question) throws IOException {
        try (Call call = Call.to(peer, deadline)) {
            call.write(question);
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            ByteBuffer buffer = ByteBuffer.allocate(16 * 1024);
            while (call.read(buffer.clear()) >= 0) {
                answer.write(buffer.array(), 0, buffer.position());
                if (answer.size() > mostBytes) {
                    throw new IOException("answer is longer than %d bytes".formatted(mostBytes));
                }
            }
            return answer.toByteArray();
        }
    }
}
