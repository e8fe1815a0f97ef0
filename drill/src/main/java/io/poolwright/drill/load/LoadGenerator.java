package io.poolwright.drill.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A running load: callers who arrive by the clock, whatever the target does.
 *
 * <p>Three threads: a pacer releases arrivals, an event loop talks HTTP, a scribe writes the seconds down. Once closed, its
 * reports stay readable.
 */
public final class LoadGenerator implements AutoCloseable {
    private static final long STOP_SECONDS = 5;

    private final MultiThreadIoEventLoopGroup group;
    private final EventLoop loop;
    private final Ledger ledger;
    private final Callers callers;
    private final Pacer pacer;
    private final Scribe scribe;
    /** Confined to the event loop. */
    private boolean finished;

    private LoadGenerator(LoadPlan plan, Consumer<LoadSecond> listener) {
        InetSocketAddress target =
                new InetSocketAddress(plan.target().getHost(), plan.target().getPort());
        this.group = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("load-loop", true), NioIoHandler.newFactory());
        this.loop = group.next();
        Bootstrap bootstrap = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0) // a call's own deadline ends its connect
                .remoteAddress(target);
        RunClock clock = RunClock.startingNow();
        this.ledger = new Ledger(clock::nanos, plan.goodWithin().toNanos());
        this.callers = new Callers(plan, loop, bootstrap, clock, ledger);
        this.scribe = new Scribe(plan, clock, listener);
        ArrivalClock arrivals = new ArrivalClock(plan.arrivals(), plan.seed(), plan.perSecond());
        this.pacer = new Pacer(arrivals, clock, intended -> loop.execute(() -> callers.arrive(intended)));
    }

    /**
     * Starts the load.
     *
     * @param listener takes each second soon after it is over, on the generator's scribe thread; it may be slow, it must not
     *     throw
     */
    public static LoadGenerator start(LoadPlan plan, Consumer<LoadSecond> listener) {
        LoadGenerator generator = new LoadGenerator(plan, listener);
        var unused = generator.loop.scheduleAtFixedRate(generator::turn, 1, 1, TimeUnit.SECONDS);
        generator.pacer.start();
        return generator;
    }

    /** Changes the arrival rate from now on, in requests per second; 0 pauses. */
    public void rate(double perSecond) {
        pacer.rate(perSecond);
    }

    /** Changes what callers do after a failed attempt, from the next failure on; a budget starts empty. */
    public void retries(RetryPolicy policy) {
        loop.execute(() -> callers.retries(policy));
    }

    /** Everything written down so far, warm-up left out. */
    public LoadReport total() {
        return between(Instant.MIN, Instant.MAX);
    }

    /** The seconds written down so far that start in [{@code from}, {@code to}), warm-up left out. */
    public LoadReport between(Instant from, Instant to) {
        return scribe.report(from, to);
    }

    /**
     * Stops arrivals for good and waits for those in flight.
     *
     * @return whether all finished within {@code longest}
     */
    public boolean drain(Duration longest) {
        pacer.close();
        CompletableFuture<Boolean> empty = new CompletableFuture<>();
        Future<?> watch = loop.scheduleAtFixedRate(
                () -> {
                    if (ledger.inFlight() == 0) {
                        empty.complete(true);
                    }
                },
                0,
                1,
                TimeUnit.MILLISECONDS);
        try {
            return empty.completeOnTimeout(false, longest.toNanos(), TimeUnit.NANOSECONDS)
                    .join();
        } finally {
            watch.cancel(false);
        }
    }

    /** Stops the load, closes its connections and writes down what is left of the last second. */
    @Override
    public void close() {
        pacer.close();
        if (!group.isShuttingDown()) {
            loop.submit(this::finish).awaitUninterruptibly(STOP_SECONDS, TimeUnit.SECONDS);
            group.shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS)
                    .awaitUninterruptibly(STOP_SECONDS, TimeUnit.SECONDS);
        }
        scribe.close();
    }

    private void turn() {
        if (!finished) {
            scribe.write(ledger.turn());
        }
    }

    private void finish() {
        turn();
        finished = true;
        callers.close();
    }
}
