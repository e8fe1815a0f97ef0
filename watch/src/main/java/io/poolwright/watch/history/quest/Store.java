package io.poolwright.watch.history.quest;

import io.poolwright.watch.history.Retention;
import io.questdb.cairo.CairoEngine;
import io.questdb.cairo.O3PartitionPurgeJob;
import io.questdb.cairo.TableWriter;
import io.questdb.griffin.SqlException;
import io.questdb.std.ObjHashSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The open store: its engine, its tables as they should be, and the numbers of the pools. */
final class Store implements AutoCloseable {
    private final CairoEngine engine;
    private final PoolBook book;
    private final O3PartitionPurgeJob purge;

    private Store(CairoEngine engine, PoolBook book) {
        this.engine = engine;
        this.book = book;
        this.purge = new O3PartitionPurgeJob(engine, 1);
    }

    /** Opens what is in the folder, or makes it; throws whatever QuestDB throws when that cannot be. */
    static Store open(Path folder, Retention retention) {
        try {
            Files.createDirectories(folder);
            NativeLibraries.unpackTo(folder.resolve("native"));
        } catch (IOException e) {
            throw new UncheckedIOException("history cannot be kept in %s".formatted(folder), e);
        }
        QuietLog.begin();
        CairoEngine engine = new CairoEngine(new Settings(folder.toString()));
        try {
            engine.load();
            engine.getMetadataCache().onStartupAsyncHydrator(); // on this thread, whatever it is called
            Query.run(engine, PoolBook.CREATE);
            for (Table table : Table.values()) {
                Query.run(engine, table.create(retention));
                Query.run(engine, table.setTtl(retention));
                addMissing(engine, table);
            }
            return new Store(engine, PoolBook.read(engine));
        } catch (SqlException e) {
            engine.close();
            throw new IllegalStateException("the store's tables are not as they should be", e);
        } catch (RuntimeException | Error e) {
            engine.close();
            throw e;
        }
    }

    /** A store of an older version lacks the measures that were added since. */
    private static void addMissing(CairoEngine engine, Table table) throws SqlException {
        ObjHashSet<String> there = new ObjHashSet<>();
        Query.each(
                engine,
                "SELECT \"column\" FROM table_columns('%s')".formatted(table.id()),
                row -> there.add(String.valueOf(row.getStrA(0))));
        for (String column : table.numbers()) {
            if (!there.contains(column.substring(0, column.indexOf(' ')))) {
                Query.run(engine, "ALTER TABLE %s ADD COLUMN %s".formatted(table.id(), column));
            }
        }
    }

    CairoEngine engine() {
        return engine;
    }

    PoolBook book() {
        return book;
    }

    /** Drops what is older than it is kept, and gives back files that nobody reads any more. */
    void tidy() {
        for (Table table : Table.values()) {
            try (TableWriter writer = engine.getWriter(engine.verifyTableName(table.id()), "tidy")) {
                writer.enforceTtl();
            }
        }
        engine.releaseInactive();
        while (purge.run(0)) {
            // one partition after the other
        }
    }

    @Override
    public void close() {
        purge.close();
        engine.close();
    }
}
