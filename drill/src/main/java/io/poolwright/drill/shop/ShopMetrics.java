package io.poolwright.drill.shop;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ExecutorServiceMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.ExecutorService;

/** What the shop says about itself, under the names that Spring Boot's Actuator would use. */
final class ShopMetrics implements AutoCloseable {
    private static final String REQUESTS = "http.server.requests";

    private final PrometheusMeterRegistry registry =
            withHistograms(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();
    private final Counter resent = Counter.builder(REQUESTS + ".resent")
            .description("Requests that arrived marked as a repeated attempt")
            .register(registry);
    private final LongTaskTimer active = LongTaskTimer.builder(REQUESTS + ".active")
            .tags("method", "POST", "uri", "/checkout")
            .register(registry);

    ShopMetrics(String application, String version, ExecutorService workers) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        garbageCollection.bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new ExecutorServiceMetrics(workers, "http-workers", Tags.empty()).bindTo(registry);
        Gauge.builder("application.info", () -> 1)
                .tags("application", application, "version", version)
                .strongReference(true)
                .register(registry);
    }

    /** As with {@code management.metrics.distribution.percentiles-histogram.hikaricp=true} in Spring Boot. */
    private static PrometheusMeterRegistry withHistograms(PrometheusMeterRegistry registry) {
        DistributionStatisticConfig buckets =
                DistributionStatisticConfig.builder().percentilesHistogram(true).build();
        registry.config().meterFilter(new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().startsWith("hikaricp") ? buckets.merge(config) : config;
            }
        });
        return registry;
    }

    PrometheusMeterRegistry registry() {
        return registry;
    }

    void countResent() {
        resent.increment();
    }

    LongTaskTimer.Sample begin() {
        return active.start();
    }

    void end(LongTaskTimer.Sample sample, int status, String exception) {
        long nanos = sample.stop();
        Timer.builder(REQUESTS)
                .tags(
                        "method",
                        "POST",
                        "uri",
                        "/checkout",
                        "status",
                        Integer.toString(status),
                        "outcome",
                        status < 500 ? "SUCCESS" : "SERVER_ERROR",
                        "exception",
                        exception)
                .register(registry)
                .record(Duration.ofNanos(nanos));
    }

    @Override
    public void close() {
        garbageCollection.close();
        registry.close();
    }
}
