package io.poolwright.telemetry.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
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
        long giveUp = System.nanoTime() + deadline.toNanos();
        SocketAddress address;
        try {
            address = peer.address();
        } catch (UnknownHostException e) {
            throw new IOException("host is not known", e);
        }
        boolean unix = address instanceof UnixDomainSocketAddress;
        try (SocketChannel channel = unix ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
                Selector selector = Selector.open()) {
            channel.configureBlocking(false);
            // A Unix socket connects at once or not at all: a full backlog is EAGAIN, an IOException here.
            boolean connected = channel.connect(address);
            if (unix && !connected) {
                throw new IOException("socket accepts no connection");
            }
            SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
            while (!connected) {
                await(selector, giveUp);
                connected = channel.finishConnect();
            }
            write(channel, selector, key, ByteBuffer.wrap(question), giveUp);
            key.interestOps(SelectionKey.OP_READ);
            return answer(channel, selector, giveUp);
        }
    }

    private void write(SocketChannel channel, Selector selector, SelectionKey key, ByteBuffer question, long giveUp)
            throws IOException {
        key.interestOps(SelectionKey.OP_WRITE);
        while (question.hasRemaining()) {
            await(selector, giveUp);
            channel.write(question);
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
            if (answer.size() > mostBytes) {
                throw new IOException("answer is longer than %d bytes".formatted(mostBytes));
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
