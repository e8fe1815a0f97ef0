package io.poolwright.watch.history.quest;

import io.poolwright.model.live.Measure;
import io.poolwright.watch.head.Point;
import io.questdb.cairo.CairoEngine;
import io.questdb.cairo.TableWriter;
import java.util.List;

/** Writes rows and commits them, or throws and has written none. */
final class RowWriter {
    private static final Measure[] MEASURES = Measure.values();
    private static final int POOL = 1;
    private static final int LOOKS = 2;
    private static final long MICROS = 1000;

    private RowWriter() {}

    /** How many of the looks were written: those of pools that have a number. */
    static int looks(CairoEngine engine, int[] pools, List<Point> points) {
        try (TableWriter writer = engine.getWriter(engine.verifyTableName(Table.LOOKS.id()), "looks")) {
            int[] columns = columns(writer, Table.LOOKS, false);
            int written = 0;
            for (int place = 0; place < pools.length; place++) {
                if (pools[place] == PoolBook.NONE) {
                    continue;
                }
                Point point = points.get(place);
                TableWriter.Row row = writer.newRow(point.at().toEpochMilli() * MICROS);
                row.putInt(POOL, pools[place]);
                for (int i = 0; i < columns.length; i++) {
                    double value = point.measures().raw(MEASURES[i]);
                    if (!Double.isNaN(value)) {
                        row.putFloat(columns[i], (float) value);
                    }
                }
                row.append();
                written++;
            }
            writer.commit();
            return written;
        }
    }

    static void buckets(CairoEngine engine, Table table, List<Bucket> buckets) {
        try (TableWriter writer = engine.getWriter(engine.verifyTableName(table.id()), "rollup")) {
            int[] means = columns(writer, table, false);
            int[] highest = columns(writer, table, true);
            for (Bucket bucket : buckets) {
                TableWriter.Row row = writer.newRow(bucket.at() * MICROS);
                row.putSym(POOL, Integer.toString(bucket.pool()));
                row.putInt(LOOKS, bucket.sums().looks());
                for (int i = 0; i < means.length; i++) {
                    double mean = bucket.sums().mean(i);
                    if (!Double.isNaN(mean)) {
                        row.putFloat(means[i], (float) mean);
                        row.putFloat(highest[i], (float) bucket.sums().highest(i));
                    }
                }
                row.append();
            }
            writer.commit();
        }
    }

    private static int[] columns(TableWriter writer, Table table, boolean highest) {
        int[] columns = new int[MEASURES.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = writer.getColumnIndex(highest ? table.highest(MEASURES[i]) : table.mean(MEASURES[i]));
        }
        return columns;
    }
}
