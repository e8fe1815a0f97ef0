package io.poolwright.bench.grid;

import io.poolwright.drill.load.LoadReport;
import io.poolwright.drill.load.LoadSecond;
import io.poolwright.drill.load.Validity;
import io.poolwright.model.BalancerSample;
import io.poolwright.model.ClientBackends;
import io.poolwright.model.PoolSample;
import io.poolwright.model.ServerSample;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** One line of a grid's table: what was set, what customers saw, what the stack showed, whether it counts. */
final class Row {
    /** When a customer gives up, and what each failure counts as (s). */
    static final double DEADLINE = 10;

    private final Map<String, String> cells = new LinkedHashMap<>();

    /**
     * @param processors used while the seconds of the report were measured
     * @param at when they began
     */
    Row(Point point, LoadReport report, Gauges gauges, Processors processors, Instant at) {
        settings(point);
        customers(report);
        stack(gauges);
        machine(processors, seconds(report));
        put("generatorLagP99Ms", millis(report.lag().percentile(99)));
        put("looks", Integer.toString(gauges.looks()));
        put("startedAt", at.truncatedTo(ChronoUnit.SECONDS).toString());
        put("valid", Boolean.toString(report.valid() instanceof Validity.Valid));
    }

    /** The names of the columns. */
    String header() {
        return String.join(",", cells.keySet());
    }

    /** Its values; nothing between two commas is a figure that nobody could measure. */
    String line() {
        return String.join(",", cells.values());
    }

    /** For whoever watches the grid being measured. */
    String summary() {
        return "%s/s of %s/s, p50 %s, p99 %s, with failures %s ms; zombies %s; database %s cores, machine %s; lag %s ms %s"
                .formatted(
                        cells.get("throughput"),
                        cells.get("rate"),
                        cells.get("p50Ms"),
                        cells.get("p99Ms"),
                        cells.get("p99DeadlineMs"),
                        cells.get("zombies"),
                        cells.get("databaseCores"),
                        cells.get("machineCores"),
                        cells.get("generatorLagP99Ms"),
                        "true".equals(cells.get("valid")) ? "" : "INVALID");
    }

    private void settings(Point point) {
        Settings settings = point.settings();
        put("workload", point.workload().id());
        put("region", point.regionName());
        put("poolMax", settings.pool());
        put("acquireTimeoutMs", settings.acquireTimeout());
        put("rate", settings.rate());
        put("socketTimeoutMs", settings.socketTimeout() * 1000);
        put("maxconn", settings.maxconn());
        put("instances", settings.instances());
        put("tries", settings.tries());
        put("repetition", point.repetition());
        put("seed", Long.toString(point.seed()));
        put("warmUpS", point.warmUp());
    }

    private void customers(LoadReport report) {
        Map<String, Long> failed = report.failed();
        put("seconds", number(seconds(report), 3));
        put("offered", Long.toString(report.offered()));
        put("attempts", Long.toString(report.attempts()));
        put("good", Long.toString(report.good()));
        put("late", Long.toString(report.late()));
        put("failed503", Long.toString(failed.getOrDefault("503", 0L)));
        put("failed500", Long.toString(failed.getOrDefault("500", 0L)));
        put("failedTimeout", Long.toString(failed.getOrDefault("timeout", 0L)));
        long named =
                failed.getOrDefault("503", 0L) + failed.getOrDefault("500", 0L) + failed.getOrDefault("timeout", 0L);
        put("failedOther", Long.toString(report.failures() - named));
        put("inFlightBefore", Long.toString(report.inFlightBefore()));
        put("inFlightAfter", Long.toString(report.inFlight()));
        put("throughput", number((report.good() + report.late()) / seconds(report), 2));
        put("p50Ms", millis(report.served().percentile(50)));
        put("p95Ms", millis(report.served().percentile(95)));
        put("p99Ms", millis(report.served().percentile(99)));
        put("p99DeadlineMs", millis(report.percentile(99, DEADLINE)));
    }

    private void stack(Gauges gauges) {
        put("backends", number(gauges.backends(ClientBackends::total), 2));
        put("active", number(gauges.backends(ClientBackends::active), 2));
        put("onCpu", number(gauges.backends(ClientBackends::onCpu), 2));
        put("onLock", number(gauges.backends(ClientBackends::onLock), 2));
        put("idleInTransaction", number(gauges.backends(ClientBackends::idleInTransaction), 2));
        put("zombies", number(gauges.zombies(), 2));
        put("poolTotal", number(gauges.perPool(PoolSample::total), 2));
        put("poolUsed", number(gauges.perPool(PoolSample::used), 2));
        put("poolPending", number(gauges.perPool(PoolSample::pending), 2));
        put("useMeanMs", number(gauges.millis(PoolSample::useTime), 3));
        put("waitMeanMs", number(gauges.millis(PoolSample::waitTime), 3));
        put("createMeanMs", number(gauges.millis(PoolSample::createTime), 3));
        put("acquireTimeouts", number(gauges.grown(PoolSample::timeouts), 0));
        put("created", number(gauges.grown(pool -> pool.createTime().count()), 0));
        put("balancerQueue", number(gauges.balancer(BalancerSample::queue), 2));
        put(
                "balancerInFlight",
                number(
                        gauges.balancer(sample -> sample.servers().stream()
                                .mapToInt(ServerSample::used)
                                .sum()),
                        2));
    }

    private void machine(Processors processors, double seconds) {
        put("databaseCores", number(processors.database() / seconds, 3));
        put("applicationCores", number(processors.applications() / seconds, 3));
        put("balancerCores", number(processors.balancer() / seconds, 3));
        put("generatorCores", number(processors.generator() / seconds, 3));
        put("othersCores", number(processors.others() / seconds, 3));
        put("machineCores", number(processors.machine() / seconds, 3));
    }

    private static double seconds(LoadReport report) {
        return report.seconds().stream()
                        .map(LoadSecond::length)
                        .mapToLong(Duration::toNanos)
                        .sum()
                / 1e9;
    }

    private void put(String column, int value) {
        cells.put(column, Integer.toString(value));
    }

    private void put(String column, String value) {
        cells.put(column, value);
    }

    private static String millis(OptionalDouble seconds) {
        return seconds.isPresent() ? number(seconds.getAsDouble() * 1e3, 2) : "";
    }

    private static String number(OptionalDouble value, int decimals) {
        return value.isPresent() ? number(value.getAsDouble(), decimals) : "";
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
