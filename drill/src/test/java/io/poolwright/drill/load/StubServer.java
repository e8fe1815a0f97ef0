package io.poolwright.drill.load;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A server on loopback with one event loop that answers each request with the bytes it is told. */
final class StubServer implements AutoCloseable {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private final MultiThreadIoEventLoopGroup loop =
            new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("stub", true), NioIoHandler.newFactory());
    private final Queue<String> attempts = new ConcurrentLinkedQueue<>();
    private final Semaphore requests = new Semaphore(0);
    private final Semaphore hangUps = new Semaphore(0);
    private final Channel channel;

    StubServer(Function<HttpRequest, Reply> replies) {
        channel = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel child) {
                        child.pipeline().addLast(new HttpRequestDecoder(), new Answering(replies));
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .syncUninterruptibly()
                .channel();
    }

    /**
     * What one request gets.
     *
     * @param bytes the answer as it goes over the wire; empty for none
     * @param after how long after the request
     * @param close whether the connection is closed then
     */
    record Reply(String bytes, Duration after, boolean close) {
        static Reply ok() {
            return raw(OK);
        }

        static Reply okAfter(Duration wait) {
            return new Reply(OK, wait, false);
        }

        static Reply status(int code) {
            return raw("HTTP/1.1 %d Whatever\r\nContent-Length: 0\r\n\r\n".formatted(code));
        }

        static Reply raw(String bytes) {
            return new Reply(bytes, Duration.ZERO, false);
        }

        static Reply never() {
            return raw("");
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:%d/shop".formatted(((InetSocketAddress) channel.localAddress()).getPort()));
    }

    /** Waits for this many more requests, at most 20 s. */
    void awaitRequests(int count) throws InterruptedException {
        if (!requests.tryAcquire(count, 20, TimeUnit.SECONDS)) {
            throw new AssertionError("%d more requests did not come within 20 s".formatted(count));
        }
    }

    /** Waits for this many more connections to be closed, at most 20 s. */
    void awaitHangUps(int count) throws InterruptedException {
        if (!hangUps.tryAcquire(count, 20, TimeUnit.SECONDS)) {
            throw new AssertionError("%d more connections were not closed within 20 s".formatted(count));
        }
    }

    /** How many requests carried this {@code x-envoy-attempt-count}. */
    long attempts(String number) {
        return attempts.stream().filter(number::equals).count();
    }

    /** Keeps the only event loop busy for {@code stall} in every {@code period}, from now until closed. */
    void stall(Duration stall, Duration period) {
        loop.scheduleAtFixedRate(() -> sleep(stall), 0, period.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
    }

    private static void sleep(Duration stall) {
        try {
            TimeUnit.NANOSECONDS.sleep(stall.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Answering extends ChannelInboundHandlerAdapter {
        private final Function<HttpRequest, Reply> replies;

        Answering(Function<HttpRequest, Reply> replies) {
            this.replies = replies;
        }

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            if (message instanceof HttpRequest request) {
                attempts.add(request.headers().get("x-envoy-attempt-count", "missing"));
                requests.release();
                Reply reply = replies.apply(request);
                if (reply.after().isZero()) {
                    answer(ctx, reply);
                } else {
                    ctx.executor()
                            .schedule(() -> answer(ctx, reply), reply.after().toNanos(), TimeUnit.NANOSECONDS);
                }
            }
            ReferenceCountUtil.release(message);
        }

        @Override
        public void channelInactive(ChannelHandlerContext ctx) {
            hangUps.release();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            ctx.close(); // the client hung up
        }

        private static void answer(ChannelHandlerContext ctx, Reply reply) {
            var written = ctx.writeAndFlush(Unpooled.copiedBuffer(reply.bytes(), StandardCharsets.US_ASCII));
            if (reply.close()) {
                written.addListener(ChannelFutureListener.CLOSE);
            }
        }
    }
}
