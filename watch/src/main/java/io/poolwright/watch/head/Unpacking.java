package io.poolwright.watch.head;

import io.poolwright.model.live.Measures;
import java.util.List;

/** Makes a range of blocks. */
final class Unpacking {
    private Unpacking() {}

    /** The rows between two times (ms), both included. */
    static Range of(List<Block> blocks, long from, long to) {
        int most = blocks.stream().mapToInt(Block::rows).sum();
        long[] at = new long[most];
        double[][] columns = new double[Measures.COUNT][most];
        int size = 0;
        for (Block block : blocks) {
            BlockRows rows = block.open();
            while (rows.next()) {
                if (rows.atMillis() >= from && rows.atMillis() <= to) {
                    at[size] = rows.atMillis();
                    for (int i = 0; i < columns.length; i++) {
                        columns[i][size] = rows.value(i);
                    }
                    size++;
                }
            }
        }
        return new Range(at, columns).cut(0, size);
    }
}
