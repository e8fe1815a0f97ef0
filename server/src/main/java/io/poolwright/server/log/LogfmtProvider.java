package io.poolwright.server.log;

import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.helpers.BasicMDCAdapter;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** What SLF4J asks for loggers while the server runs. Chosen by the property {@code slf4j.provider}, never found by itself. */
public final class LogfmtProvider implements SLF4JServiceProvider {
    private final ConcurrentHashMap<String, LogfmtLogger> loggers = new ConcurrentHashMap<>();
    private final LogLines lines = new LogLines(System.err, Clock.systemUTC());
    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter context = new BasicMDCAdapter();

    /** For SLF4J, which makes it by name. */
    public LogfmtProvider() {}

    @Override
    public ILoggerFactory getLoggerFactory() {
        return name -> loggers.computeIfAbsent(name, it -> new LogfmtLogger(it, lines));
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return context;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {
        // everything is ready when the fields are
    }
}
