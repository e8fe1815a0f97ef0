package io.poolwright.telemetry.jvm;

import io.poolwright.model.HttpSample;
import io.poolwright.telemetry.prometheus.MetricsPage;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What Micrometer's names for an HTTP server mean, whichever server stands beneath.
 *
 * <p>Source: Spring Boot 4.1 actuator reference; Micrometer 1.17.
 */
final class HttpMetrics {
    private static final String REQUESTS = "http_server_requests_seconds";
    private static final String RESENT = "http_server_requests_resent_total";
    private static final String EXECUTOR = "executor_pool_max_threads";

    private final MetricsPage page;
    private final Readings readings;

    HttpMetrics(Readings readings) {
        this.page = readings.page();
        this.readings = readings;
    }

    HttpSample read() throws Unreadable {
        long serverErrors = 0;
        for (String status : page.labelValues(REQUESTS + "_count", "status")) {
            if (status.length() == 3 && status.startsWith("5")) {
                serverErrors += readings.count(REQUESTS + "_count", "status", status);
            }
        }
        return new HttpSample(
                readings.count(REQUESTS + "_count"),
                readings.sum(REQUESTS + "_sum"),
                serverErrors,
                inFlight(),
                workers(),
                page.has(RESENT) ? OptionalLong.of(readings.count(RESENT)) : OptionalLong.empty());
    }

    /** A long task timer's count is what goes on now; its name changed with Micrometer 1.13 and with histograms. */
    private OptionalInt inFlight() {
        for (String suffix : new String[] {"_count", "_gcount", "_active_count"}) {
            OptionalInt active = known("http_server_requests_active_seconds" + suffix);
            if (active.isPresent()) {
                return active;
            }
        }
        return firstOf("tomcat_threads_busy_threads", "jetty_threads_busy");
    }

    /** The threads that handle requests: the drills' own executor, else the server's. */
    private OptionalInt workers() throws Unreadable {
        return page.labelValues(EXECUTOR, "name").contains("http-workers")
                ? OptionalInt.of(readings.gauge(EXECUTOR, "name", "http-workers"))
                : firstOf("tomcat_threads_config_max_threads", "jetty_threads_config_max");
    }

    private OptionalInt firstOf(String... names) {
        for (String name : names) {
            OptionalInt value = known(name);
            if (value.isPresent()) {
                return value;
            }
        }
        return OptionalInt.empty();
    }

    /** The sum over every series of the name, unless one of them is no number, such as -1 for "unknown". */
    private OptionalInt known(String name) {
        if (!page.has(name)) {
            return OptionalInt.empty();
        }
        for (String connector : page.labelValues(name, "name")) {
            if (page.sum(name, "name", connector).orElse(-1) < 0) {
                return OptionalInt.empty();
            }
        }
        try {
            return OptionalInt.of(readings.gauge(name));
        } catch (Unreadable e) {
            return OptionalInt.empty(); // a number that is none is as good as missing, for what may be missing
        }
    }
}
