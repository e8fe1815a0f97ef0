package io.poolwright.telemetry.wire;

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

/** A connection that is written to and read from until a deadline, which may be set anew. Not for several threads. */
public final class Call implements AutoCloseable {
    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private Duration deadline;
    private long giveUp;

    private Call(SocketChannel channel, Selector selector, SelectionKey key, Duration deadline) {
        this.channel = channel;
        this.selector = selector;
        this.key = key;
        this.deadline = deadline;
        this.giveUp = System.nanoTime() + deadline.toNanos();
    }

    /**
     * Connects.
     *
     * @param deadline longest that connecting, and everything after it, takes in all, until it is set anew
     */
    public static Call to(Peer peer, Duration deadline) throws IOException {
        SocketAddress address;
        try {
            address = peer.address();
        } catch (UnknownHostException e) {
            throw new IOException("host is not known", e);
        }
        boolean unix = address instanceof UnixDomainSocketAddress;
        Selector selector = Selector.open();
        try {
            SocketChannel channel = unix ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
            try {
                channel.configureBlocking(false);
                // A Unix socket connects at once or not at all: a full backlog is EAGAIN, an IOException here.
                boolean connected = channel.connect(address);
                if (unix && !connected) {
                    throw new IOException("socket accepts no connection");
                }
                Call call = new Call(channel, selector, channel.register(selector, SelectionKey.OP_CONNECT), deadline);
                while (!connected) {
                    call.await(SelectionKey.OP_CONNECT);
                    connected = channel.finishConnect();
                }
                return call;
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            selector.close();
            throw e;
        }
    }

    /** From now on, everything together may take this long. */
    public void within(Duration longest) {
        deadline = longest;
        giveUp = System.nanoTime() + longest.toNanos();
    }

    public void write(byte[] bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            await(SelectionKey.OP_WRITE);
            channel.write(left);
        }
    }

    /** Reads what is there, at least a byte; -1 when the other end has closed. */
    public int read(ByteBuffer into) throws IOException {
        await(SelectionKey.OP_READ);
        return channel.read(into);
    }

    /** Exactly so many bytes. */
    public byte[] exactly(int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (read(bytes) < 0) {
                throw new IOException("closed the connection in the middle of an answer");
            }
        }
        return bytes.array();
    }

    private void await(int operation) throws IOException {
        key.interestOps(operation);
        long left = (giveUp - System.nanoTime()) / 1_000_000;
        if (left < 1 || selector.select(left) == 0) {
            throw new IOException("no answer within %d ms".formatted(deadline.toMillis()));
        }
        selector.selectedKeys().clear();
    }

    @Override
    public void close() throws IOException {
        try (selector) {
            channel.close();
        }
    }
}
