package io.poolwright.watch.eye;

import io.poolwright.model.Answer;
import io.poolwright.model.live.Seen;
import io.poolwright.telemetry.Collector;
import io.poolwright.telemetry.InstanceSeen;
import io.poolwright.watch.targets.Target;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A target that speaks for many processes of many services. What it tells at one look is taken apart, service by service, as if
 * each process had been asked.
 */
final class Feed {
    private final Target target;
    private final Collector<List<InstanceSeen>> collector;
    private volatile Answer<List<InstanceSeen>> last = Answer.silent("not asked yet");

    Feed(Target target, Collector<List<InstanceSeen>> collector) {
        this.target = target;
        this.collector = collector;
    }

    /** Asks it, and says how it answered; what it told of others is in {@link #told}. */
    Answer<Seen> ask() {
        last = collector.collect();
        return last.map(all -> Seen.of(List.of()));
    }

    /** What it told at the last look, by service, each process with the time at which it was measured. */
    Map<String, Told> told() {
        Map<String, Told> services = new TreeMap<>();
        for (InstanceSeen one : last.value().orElse(List.of())) {
            services.computeIfAbsent(one.service(), name -> new Told(new HashMap<>(), new LinkedHashMap<>()))
                    .put(process(one), one);
        }
        return services;
    }

    private Target process(InstanceSeen one) {
        String name = one.instance().isEmpty() ? one.service() : one.instance();
        return Target.at(name, target.kind(), one.service(), target.address(), target.interval());
    }

    /**
     * What was told of one service.
     *
     * @param answers by process
     */
    record Told(Map<String, Instant> at, Map<Target, Answer<Seen>> answers) {
        private void put(Target process, InstanceSeen one) {
            at.put(process.name(), one.at());
            answers.put(process, Answer.of(one.seen()));
        }

        /** The latest measurement among them. */
        Instant latest(Instant otherwise) {
            return at.values().stream().max(Instant::compareTo).orElse(otherwise);
        }
    }
}
