package io.poolwright.telemetry;

import io.poolwright.model.Answer;
import io.poolwright.model.BalancerSample;
import io.poolwright.model.DatabaseSample;
import io.poolwright.model.DeclaredSetting;
import io.poolwright.model.InstanceReading;
import io.poolwright.model.InstanceSample;
import io.poolwright.model.Tick;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/**
 * Looks at every layer at once. All sources are asked together and share one deadline; who misses it is silent in this
 * look, and is not asked again before it has come back.
 *
 * <p>One thread looks; instances may come and go from any thread.
 */
public final class Sampler implements AutoCloseable {
    private final ExecutorService threads = Threads.named("poolwright-look");
    private final Clock clock;
    private final Duration deadline;
    private final Supplier<List<DeclaredSetting>> settings;
    private final Inquiry<BalancerSample> balancer;
    private final Inquiry<DatabaseSample> database;
    private final Map<String, Inquiry<InstanceSample>> instances = new ConcurrentSkipListMap<>();

    /**
     * @param balancer the load balancer in front
     * @param database the database behind
     * @param settings what is declared at this moment, asked once a look; it answers with an empty list when it cannot
     *     tell, and does not throw
     * @param clock what the time of a look is
     * @param deadline longest a look takes, whatever its sources do
     */
    public Sampler(
            Collector<BalancerSample> balancer,
            Collector<DatabaseSample> database,
            Supplier<List<DeclaredSetting>> settings,
            Clock clock,
            Duration deadline) {
        this.clock = clock;
        this.deadline = deadline;
        this.settings = settings;
        this.balancer = inquiry("balancer", balancer);
        this.database = inquiry("database", database);
    }

    /** Looks at this instance too, from the next look on; takes the place of one with the same name. */
    public void watch(String instance, Collector<InstanceSample> collector) {
        instances.put(instance, inquiry(instance, collector));
    }

    /** Looks at that instance no more. */
    public void forget(String instance) {
        instances.remove(instance);
    }

    /** One look at everything. */
    public Tick look() {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Map<String, Inquiry<InstanceSample>> asked = new TreeMap<>(instances);
        balancer.ask();
        database.ask();
        asked.values().forEach(Inquiry::ask);
        List<DeclaredSetting> declared = settings.get();

        Answer<BalancerSample> front = balancer.answer();
        Answer<DatabaseSample> back = database.answer();
        List<InstanceReading> readings = new ArrayList<>();
        asked.forEach((name, inquiry) -> readings.add(new InstanceReading(name, inquiry.answer())));
        return new Tick(at, front, readings, back, declared);
    }

    /** Ends its threads; a question still open is left to end by itself. */
    @Override
    public void close() {
        threads.shutdown();
    }

    private <T> Inquiry<T> inquiry(String name, Collector<T> collector) {
        return new Inquiry<>(name, collector, threads, clock, deadline);
    }
}
