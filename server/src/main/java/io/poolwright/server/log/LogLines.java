package io.poolwright.server.log;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Where log lines go: one stream, one line at a time, whoever speaks. */
final class LogLines {
    private final PrintStream out;
    private final Clock clock;

    LogLines(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    void write(String level, String logger, String message, @Nullable Throwable cause) {
        Map<String, String> more = new LinkedHashMap<>();
        String request = MDC.get("request");
        if (request != null) {
            more.put("request", request);
        }
        if (cause != null) {
            StringWriter trace = new StringWriter();
            cause.printStackTrace(new PrintWriter(trace));
            more.put("error", trace.toString());
        }
        String line = Logfmt.line(clock.instant(), level, logger, message, more);
        synchronized (this) {
            out.println(line);
        }
    }
}
