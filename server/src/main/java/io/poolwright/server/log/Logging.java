package io.poolwright.server.log;

import java.time.Clock;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends all that is logged in this process to one place: SLF4J by its provider, {@code java.util.logging} by a handler. */
public final class Logging {
    private Logging() {}

    /** Takes over; to be called before the first logger is made. */
    public static void install() {
        System.setProperty("slf4j.provider", LogfmtProvider.class.getName());
        System.setProperty("slf4j.internal.verbosity", "WARN");
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        root.addHandler(new Bridge(new LogLines(System.err, Clock.systemUTC())));
    }

    private static final class Bridge extends Handler {
        private final LogLines lines;
        private final SimpleFormatter formatter = new SimpleFormatter();

        Bridge(LogLines lines) {
            this.lines = lines;
        }

        @Override
        public void publish(LogRecord entry) {
            String level = entry.getLevel().intValue() >= Level.SEVERE.intValue() ? "ERROR" : "WARN";
            String logger = entry.getLoggerName() == null ? "root" : entry.getLoggerName();
            lines.write(level, logger, formatter.formatMessage(entry), entry.getThrown());
        }

        @Override
        public void flush() {
            // each line is written at once
        }

        @Override
        public void close() {
            // standard error is not ours to close
        }
    }
}
