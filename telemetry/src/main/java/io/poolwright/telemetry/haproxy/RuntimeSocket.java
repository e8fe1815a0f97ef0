package io.poolwright.telemetry.haproxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** HAProxy's runtime API on a Unix socket: one command for each connection. Source: HAProxy management guide, 9.3. */
final class RuntimeSocket implements StatsSource {
    private static final byte[] COMMAND = "show stat\n".getBytes(StandardCharsets.US_ASCII);

    private final Path socket;
    private final Duration deadline;

    RuntimeSocket(Path socket, Duration deadline) {
        this.socket = socket;
        this.deadline = deadline;
    }

    @Override
    public String name() {
        return socket.toString();
    }

    @Override
    public byte[] read() throws IOException {
        long giveUp = System.nanoTime() + deadline.toNanos();
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                Selector selector = Selector.open()) {
            channel.configureBlocking(false);
            // A Unix socket connects at once or not at all: a full backlog is EAGAIN, an IOException here.
            if (!channel.connect(UnixDomainSocketAddress.of(socket))) {
                throw new IOException("socket accepts no connection");
            }
            SelectionKey key = channel.register(selector, SelectionKey.OP_WRITE);
            ByteBuffer command = ByteBuffer.wrap(COMMAND);
            while (command.hasRemaining()) {
                await(selector, giveUp);
                channel.write(command);
            }
            key.interestOps(SelectionKey.OP_READ);
            return answer(channel, selector, giveUp);
        }
    }

    private byte[] answer(SocketChannel channel, Selector selector, long giveUp) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(16 * 1024);
        while (true) {
            await(selector, giveUp);
            if (channel.read(buffer.clear()) < 0) {
                return answer.toByteArray();
            }
            answer.write(buffer.array(), 0, buffer.position());
            if (answer.size() > MOST_BYTES) {
                throw new IOException("answer is longer than %d bytes".formatted(MOST_BYTES));
            }
        }
    }

    private void await(Selector selector, long giveUp) throws IOException {
        long left = (giveUp - System.nanoTime()) / 1_000_000;
        if (left < 1 || selector.select(left) == 0) {
            throw new IOException("no answer within %d ms".formatted(deadline.toMillis()));
        }
        selector.selectedKeys().clear();
    }
}
