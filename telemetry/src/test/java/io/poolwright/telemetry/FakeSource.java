package io.poolwright.telemetry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server that answers every connection with the same bytes, or never. */
public final class FakeSource implements AutoCloseable {
    private final ServerSocketChannel server;
    private final CountDownLatch closed = new CountDownLatch(1);

    private FakeSource(ServerSocketChannel server, Script script) {
        this.server = server;
        Thread thread = new Thread(() -> serve(script), "fake-source");
        thread.setDaemon(true);
        thread.start();
    }

    /** Answers with these bytes, whatever it is asked, then closes. */
    public static Script answer(byte[] bytes) {
        return (client, end) -> client.write(ByteBuffer.wrap(bytes));
    }

    /** Answers an HTTP request with 200 and this body. */
    public static Script page(byte[] body) {
        return (client, end) -> {
            String head = "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n".formatted(body.length);
            client.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
            client.write(ByteBuffer.wrap(body));
        };
    }

    /** Accepts, and says nothing until the test is over. */
    public static Script nothing() {
        return (client, end) -> end.await();
    }

    /** Says one byte after another for ever, each soon enough to look alive. */
    public static Script drops(String start) {
        return (client, end) -> {
            client.write(ByteBuffer.wrap(start.getBytes(StandardCharsets.US_ASCII)));
            while (!end.await(20, TimeUnit.MILLISECONDS)) {
                client.write(ByteBuffer.wrap(new byte[] {'#'}));
            }
        };
    }

    public static FakeSource onTcp(Script script) {
        return onTcp(script, 0);
    }

    public static FakeSource onTcp(Script script, int port) {
        try {
            return new FakeSource(ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", port)), script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static FakeSource onUnix(SocketAddress address, Script script) {
        try {
            return new FakeSource(
                    ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(address), script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port where nobody listens: nobody is given it again soon. */
    public static int refusingPort() {
        try (ServerSocketChannel taken = ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0))) {
            return taken.socket().getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.socket().getLocalPort();
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(port(), path));
    }

    /** A recorded page beside the test class. */
    public static byte[] recorded(Class<?> test, String name) {
        try (InputStream page = test.getResourceAsStream(name)) {
            return page.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Script script) {
        while (server.isOpen()) {
            try (SocketChannel client = server.accept()) {
                client.read(ByteBuffer.allocate(4096));
                script.play(client, closed);
            } catch (IOException | InterruptedException e) {
                continue; // the client left, or the test is over
            }
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is done with one connection. */
    @FunctionalInterface
    public interface Script {
        void play(SocketChannel client, CountDownLatch end) throws IOException, InterruptedException;
    }
}
