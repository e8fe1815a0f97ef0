package io.poolwright.telemetry.promql;

import io.poolwright.model.Answer;
import io.poolwright.model.live.Seen;
import io.poolwright.telemetry.Collector;
import io.poolwright.telemetry.InstanceSeen;
import io.poolwright.telemetry.http.Authorization;
import io.poolwright.telemetry.http.HttpPage;
import io.poolwright.telemetry.http.TargetPolicy;
import io.poolwright.telemetry.page.PageReading;
import io.poolwright.telemetry.prometheus.MetricsPage;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The processes that an existing Prometheus scrapes, by its labels {@code job} (the service) and {@code instance}.
 *
 * <p>Two queries a look, both of one moment: the values, and when each process was scraped last. A process that was not
 * scraped since the look before is not told again: the same counters twice would read as standstill, and the next as
 * twice the traffic. Source: Prometheus documentation, "HTTP API" and "Staleness".
 */
public final class PromSource implements Collector<List<InstanceSeen>> {
    /** When each process was scraped last: every scrape writes {@code up} with its own time. */
    private static final String SCRAPED = "max by (job, instance) (timestamp(up))";

    private static final int MOST_BYTES = 64 << 20;
    private static final int MOST_SERIES = 500_000;
    /** How far back a look is: both queries then find the same scrapes, for those under way came to their end. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private static final int MOST_PROCESSES = 2000;

    private final HttpPage root;
    private final String selector;
    private final Clock clock;
    private final Map<Scraped, ScrapedProcess> processes = new HashMap<>();

    /**
     * @param prometheus where it is, such as {@code http://prometheus:9090}; what stands after the host is kept as a prefix
     * @param matching further label matchers of PromQL, such as {@code env="prod"}; empty text for all
     * @param deadline longest each of the two queries takes
     * @param clock what the moment of a look is
     */
    public PromSource(
            URI prometheus,
            String matching,
            Duration deadline,
            TargetPolicy policy,
            Authorization authorization,
            Clock clock) {
        this.root = new HttpPage(prometheus, deadline, MOST_BYTES, policy, authorization);
        String names = PageReading.prefixes().stream()
                .filter(prefix -> prefix.indexOf('.') < 0)
                .collect(Collectors.joining("|"));
        this.selector = "{__name__=~\"(%s).*\"%s}".formatted(names, matching.isBlank() ? "" : "," + matching);
        this.clock = clock;
    }

    @Override
    public Answer<List<InstanceSeen>> collect() {
        Instant at = clock.instant().minus(SETTLED);
        try {
            Samples.Vector times = query(SCRAPED, at);
            Samples.Vector values = query(selector, at);
            return Answer.of(seen(times, values));
        } catch (IOException e) {
            return Answer.silent("%s: %s".formatted(root.where(), e.getMessage()));
        }
    }

    private Samples.Vector query(String query, Instant at) throws IOException {
        String path = root.uri().getRawPath() == null ? "" : root.uri().getRawPath();
        String base = "%s://%s%s"
                .formatted(
                        root.uri().getScheme(),
                        root.uri().getRawAuthority(),
                        path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
        URI uri = URI.create("%s/api/v1/query?time=%s.%03d&query=%s"
                .formatted(
                        base,
                        at.getEpochSecond(),
                        at.getNano() / 1_000_000,
                        URLEncoder.encode(query, StandardCharsets.UTF_8)));
        return Samples.read(root.at(uri).fetch(), MOST_SERIES);
    }

    private List<InstanceSeen> seen(Samples.Vector times, Samples.Vector values) throws IOException {
        Map<Scraped, List<Samples.Sample>> byProcess = new LinkedHashMap<>();
        for (Samples.Sample sample : values.samples()) {
            byProcess
                    .computeIfAbsent(Scraped.of(sample), it -> new ArrayList<>())
                    .add(sample);
        }
        if (byProcess.size() > MOST_PROCESSES) {
            throw new IOException("found %d processes; accepted: at most %d; name those to watch, as in job=\"shop\""
                    .formatted(byProcess.size(), MOST_PROCESSES));
        }
        processes.keySet().retainAll(byProcess.keySet());
        List<InstanceSeen> seen = new ArrayList<>();
        for (Samples.Sample time : times.samples()) {
            Scraped who = Scraped.of(time);
            List<Samples.Sample> samples = byProcess.get(who);
            if (samples == null || !Double.isFinite(time.value())) {
                continue;
            }
            ScrapedProcess process = processes.computeIfAbsent(who, it -> new ScrapedProcess(it.job(), it.instance()));
            long millis = Math.round(time.value() * 1000);
            if (process.isNew(millis)) {
                MetricsPage page = process.page(samples);
                Seen told = process.read(page);
                seen.add(new InstanceSeen(who.job(), who.instance(), Instant.ofEpochMilli(millis), told));
            }
        }
        return seen;
    }

    /** Whom a sample was scraped from. */
    private record Scraped(String job, String instance) {
        static Scraped of(Samples.Sample sample) {
            return new Scraped(
                    sample.labels().getOrDefault("job", "unknown_job"),
                    sample.labels().getOrDefault("instance", ""));
        }
    }
}
