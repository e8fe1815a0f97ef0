package io.poolwright.drill.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

/**
 * The open connections, at most {@code max} of them, and the line of calls waiting for one. Confined to the event loop.
 *
 * <p>The most recently used idle connection goes first. The line is empty unless every connection is taken.
 */
final class Lanes {
    private final Bootstrap bootstrap;
    private final Function<Call, HttpLane> newLane;
    private final Ledger ledger;
    private final int max;
    private final Deque<HttpLane> idle = new ArrayDeque<>();
    private final Deadlines line;
    private int open;

    /** {@code line} says how long a call may wait in it, and what follows when it has. */
    Lanes(Bootstrap bootstrap, int max, Ledger ledger, Deadlines line, Function<Call, HttpLane> newLane) {
        this.bootstrap = bootstrap;
        this.max = max;
        this.ledger = ledger;
        this.line = line;
        this.newLane = newLane;
    }

    /** Sends the call on an idle connection, on a new one, or puts it in line. */
    void ask(Call call) {
        HttpLane free = idle.pollLast();
        if (free != null) {
            reuse(free, call);
        } else if (open < max) {
            open(call);
        } else {
            line.add(call);
        }
    }

    /** A connection may serve the next call. */
    void free(HttpLane lane) {
        line.poll().ifPresentOrElse(next -> reuse(lane, next), () -> idle.addLast(lane));
    }

    /** Nobody waits any more; connections are left to the event loop, which closes them as it ends. */
    void close() {
        line.clear();
    }

    private void reuse(HttpLane lane, Call call) {
        ledger.reused();
        lane.send(call);
    }

    private void open(Call call) {
        open++;
        HttpLane lane = newLane.apply(call);
        ChannelFuture connecting = bootstrap.clone().handler(lane).connect();
        var unusedConnect = connecting.addListener(done -> {
            if (!done.isSuccess()) {
                lane.refused();
            }
        });
        var unusedClose = connecting.channel().closeFuture().addListener(done -> closed(lane));
    }

    private void closed(HttpLane lane) {
        open--;
        idle.remove(lane);
        line.poll().ifPresent(this::open);
    }
}
