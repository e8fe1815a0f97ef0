package io.poolwright.watch.history.quest;

import io.questdb.cairo.CairoEngine;
import io.questdb.cairo.security.AllowAllSecurityContext;
import io.questdb.cairo.sql.Record;
import io.questdb.cairo.sql.RecordCursor;
import io.questdb.cairo.sql.RecordCursorFactory;
import io.questdb.griffin.SqlException;
import io.questdb.griffin.SqlExecutionContext;
import io.questdb.griffin.SqlExecutionContextImpl;
import java.util.function.Consumer;

/** Statements to QuestDB, on the thread that asks. */
final class Query {
    /** No threads of the store's own. */
    private static final int WORKERS = 0;

    private Query() {}

    /** Hands over every row of an answer; the row is valid only until the next. */
    static void each(CairoEngine engine, String sql, Consumer<Record> reader) throws SqlException {
        try (SqlExecutionContextImpl context = context(engine);
                RecordCursorFactory factory = engine.select(sql, context);
                RecordCursor cursor = factory.getCursor(context)) {
            Record row = cursor.getRecord();
            while (cursor.hasNext()) {
                reader.accept(row);
            }
        }
    }

    static void run(CairoEngine engine, String sql) throws SqlException {
        try (SqlExecutionContextImpl context = context(engine)) {
            engine.execute(sql, (SqlExecutionContext) context);
        }
    }

    private static SqlExecutionContextImpl context(CairoEngine engine) {
        return new SqlExecutionContextImpl(engine, WORKERS).with(AllowAllSecurityContext.INSTANCE, null);
    }
}
