package io.poolwright.server.log;

import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** A logger that writes logfmt: our own packages from INFO, what we build on from WARN. */
final class LogfmtLogger extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1;

    /** Warns at each start that H2 is newer than what Flyway was tried with; our own tests try the two together. */
    private static final String KNOWN = "org.flywaydb.core.internal.database.base.Database";

    private final transient LogLines lines;
    private final int least;

    LogfmtLogger(String name, LogLines lines) {
        this.name = name;
        this.lines = lines;
        this.least = least(name).toInt();
    }

    private static Level least(String name) {
        if (name.equals(KNOWN)) {
            return Level.ERROR;
        }
        return name.startsWith("io.poolwright.") ? Level.INFO : Level.WARN;
    }

    @Override
    public boolean isTraceEnabled() {
        return Level.TRACE.toInt() >= least;
    }

    @Override
    public boolean isDebugEnabled() {
        return Level.DEBUG.toInt() >= least;
    }

    @Override
    public boolean isInfoEnabled() {
        return Level.INFO.toInt() >= least;
    }

    @Override
    public boolean isWarnEnabled() {
        return Level.WARN.toInt() >= least;
    }

    @Override
    public boolean isErrorEnabled() {
        return true;
    }

    @Override
    public String getFullyQualifiedCallerName() {
        return LogfmtLogger.class.getName();
    }

    @Override
    public void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            @Nullable String message,
            Object @Nullable [] arguments,
            @Nullable Throwable cause) {
        String text = MessageFormatter.basicArrayFormat(message == null ? "" : message, arguments);
        lines.write(level.name(), name, text, cause);
    }
}
