package io.poolwright.watch.head;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The recent looks at one pool. Its lock is held for as long as it takes to add a row, or to copy the open block. */
final class Track {
    /**
     * After so many looks in a row that are all older than the newest, each later than the one before it, the clock was set
     * back, and what lies in its future is forgotten.
     */
    static final int CLOCK_WAS_SET_BACK = 30;

    private final HeadLimits limits;
    private final long keptMillis;
    private final long blockMillis;
    private final Deque<Block> closed = new ArrayDeque<>();
    private @Nullable OpenBlock open;
    private long newest;
    private long newestLate;
    private int lateInARow;
    private volatile @Nullable Point latest;

    Track(HeadLimits limits) {
        this.limits = limits;
        this.keptMillis = limits.kept().toMillis();
        this.blockMillis = limits.block().toMillis();
    }

    /** The look that was kept last; null before the first. */
    @Nullable
    Point latest() {
        return latest;
    }

    synchronized Accepted append(Point point) {
        long at = point.at().toEpochMilli();
        if (open != null && at <= newest && !wasSetBack(at)) {
            return Accepted.LATE;
        }
        lateInARow = 0;
        OpenBlock block = blockFor(at);
        block.add(at, point.measures());
        newest = at;
        latest = point;
        dropBefore(at - keptMillis);
        return Accepted.KEPT;
    }

    private boolean wasSetBack(long at) {
        if (at == newest) {
            return false;
        }
        lateInARow = lateInARow == 0 || at > newestLate ? lateInARow + 1 : 1;
        newestLate = at;
        if (lateInARow < CLOCK_WAS_SET_BACK) {
            return false;
        }
        closed.clear();
        open = null;
        return true;
    }

    private void dropBefore(long oldest) {
        while (!closed.isEmpty() && closed.getFirst().last() < oldest) {
            closed.removeFirst();
        }
    }

    private OpenBlock blockFor(long at) {
        OpenBlock block = open;
        if (block != null && block.rows() < limits.rows() && at - block.first() < blockMillis) {
            return block;
        }
        if (block != null) {
            closed.addLast(block.closed());
        }
        OpenBlock next = new OpenBlock(at);
        open = next;
        return next;
    }

    /** The blocks that hold anything between two times (ms), both included. */
    synchronized List<Block> between(long from, long to) {
        List<Block> blocks = new ArrayList<>(closed.size() + 1);
        for (Block block : closed) {
            if (block.last() >= from && block.first() <= to) {
                blocks.add(block);
            }
        }
        OpenBlock now = open;
        if (now != null && newest >= from && now.first() <= to) {
            blocks.add(now.closed());
        }
        return blocks;
    }

    /** Memory that is held (bytes). */
    synchronized long bytes() {
        long bytes = open == null ? 0 : open.bytes();
        for (Block block : closed) {
            bytes += block.bytes();
        }
        return bytes;
    }
}
