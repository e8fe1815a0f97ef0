package io.poolwright.watch.history.quest;

import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Tier;
import io.poolwright.watch.head.Point;
import io.questdb.cairo.CairoEngine;
import io.questdb.cairo.TableWriter;
import io.questdb.cairo.sql.Record;
import io.questdb.griffin.SqlException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The number that each pool has in the store: rows carry it instead of four names. One thread adds, any may ask. */
final class PoolBook {
    static final String TABLE = "pools";
    static final String CREATE =
            "CREATE TABLE IF NOT EXISTS pools (id INT, service STRING, instance STRING, tier STRING, name STRING)";

    /** More pools than this in all are not written down: their names would fill the memory. */
    private static final int MOST = 1_000_000;

    /** The number of a pool that has none. */
    static final int NONE = -1;

    private final Map<PoolId, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<Integer, PoolId> pools = new ConcurrentHashMap<>();

    /** What was written down before. */
    static PoolBook read(CairoEngine engine) throws SqlException {
        PoolBook book = new PoolBook();
        Query.each(engine, "SELECT id, service, instance, tier, name FROM pools", book::remember);
        return book;
    }

    private void remember(Record row) {
        String tier = String.valueOf(row.getStrA(3));
        Optional<Tier> known =
                Arrays.stream(Tier.values()).filter(it -> it.id().equals(tier)).findFirst();
        if (known.isPresent()) {
            remember(
                    new PoolId(
                            String.valueOf(row.getStrA(1)),
                            String.valueOf(row.getStrA(2)),
                            known.get(),
                            String.valueOf(row.getStrA(4))),
                    row.getInt(0));
        }
    }

    private void remember(PoolId pool, int number) {
        numbers.put(pool, number);
        pools.put(number, pool);
    }

    OptionalInt number(PoolId pool) {
        Integer number = numbers.get(pool);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    Optional<PoolId> pool(int number) {
        return Optional.ofNullable(pools.get(number));
    }

    int size() {
        return numbers.size();
    }

    /** The numbers of those pools; {@link #NONE} where there is none. New pools are written down before any row carries theirs. */
    int[] numbers(CairoEngine engine, List<Point> points) {
        int[] found = known(points);
        Set<PoolId> fresh = new LinkedHashSet<>();
        for (int i = 0; i < found.length && numbers.size() + fresh.size() < MOST; i++) {
            if (found[i] == NONE) {
                fresh.add(points.get(i).pool());
            }
        }
        if (fresh.isEmpty()) {
            return found;
        }
        learn(engine, List.copyOf(fresh));
        return known(points);
    }

    private int[] known(List<Point> points) {
        int[] found = new int[points.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = numbers.getOrDefault(points.get(i).pool(), NONE);
        }
        return found;
    }

    private void learn(CairoEngine engine, List<PoolId> fresh) {
        try (TableWriter writer = engine.getWriter(engine.verifyTableName(TABLE), "new pools")) {
            int first = (int) writer.size();
            for (int i = 0; i < fresh.size(); i++) {
                PoolId pool = fresh.get(i);
                TableWriter.Row row = writer.newRow();
                row.putInt(0, first + i);
                row.putStr(1, pool.service());
                row.putStr(2, pool.instance());
                row.putStr(3, pool.tier().id());
                row.putStr(4, pool.name());
                row.append();
            }
            writer.commit();
            for (int i = 0; i < fresh.size(); i++) {
                remember(fresh.get(i), first + i);
            }
        }
    }
}
