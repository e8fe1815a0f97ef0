package io.poolwright.watch.history.quest;

import io.questdb.DefaultTelemetryConfiguration;
import io.questdb.TelemetryConfiguration;
import io.questdb.cairo.DefaultCairoConfiguration;

/** What we ask of QuestDB: no telemetry, no write-ahead log, and small pages, for a disk and a memory that we share. */
final class Settings extends DefaultCairoConfiguration {
    /** What a column's file grows by (bytes). */
    private static final int PAGE = 256 * 1024;

    /** How many objects of a sort a compiler of statements keeps at hand; usually thousands. */
    private static final int FEW = 16;

    private final TelemetryConfiguration silent = new DefaultTelemetryConfiguration() {
        @Override
        public boolean getDisableCompletely() {
            return true;
        }

        @Override
        public boolean getEnabled() {
            return false;
        }
    };

    Settings(String folder) {
        super(folder);
    }

    @Override
    public TelemetryConfiguration getTelemetryConfiguration() {
        return silent;
    }

    @Override
    public long getDataAppendPageSize() {
        return PAGE;
    }

    @Override
    public long getDataIndexValueAppendPageSize() {
        return PAGE;
    }

    @Override
    public int getO3ColumnMemorySize() {
        return PAGE;
    }

    @Override
    public int getSqlCompilerPoolCapacity() {
        return 2;
    }

    @Override
    public int getSqlLexerPoolCapacity() {
        return FEW;
    }

    @Override
    public int getSqlExpressionPoolCapacity() {
        return FEW;
    }

    @Override
    public int getSqlModelPoolCapacity() {
        return FEW;
    }

    @Override
    public int getSqlColumnPoolCapacity() {
        return FEW;
    }

    @Override
    public int getGroupByPoolCapacity() {
        return FEW;
    }

    @Override
    public boolean isMatViewEnabled() {
        return false;
    }
}
