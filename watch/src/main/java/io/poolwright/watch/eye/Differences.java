package io.poolwright.watch.eye;

import io.poolwright.model.live.PoolId;
import io.poolwright.model.stack.Part;
import io.poolwright.watch.configured.Mismatch;
import io.poolwright.watch.view.Firing;
import io.poolwright.watch.view.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Settings that run with another value than their files give them. One that lasts half a minute is an alert: a deployment
 * that is under way is over by then.
 */
final class Differences {
    static final String DETECTOR = "effective-differs-from-configured";
    static final Duration HOLD = Duration.ofSeconds(30);
    private static final String TITLE = "What runs is not what is configured";

    private final Map<String, Instant> since = new HashMap<>();
    private final Map<String, Mismatch> firing = new TreeMap<>();

    void take(Instant at, List<Mismatch> now, Ledger ledger, String service) {
        Map<String, Mismatch> byKey = now.stream()
                .collect(Collectors.toMap(
                        Differences::key, mismatch -> mismatch, (first, second) -> first, TreeMap::new));
        since.keySet().retainAll(byKey.keySet());
        for (String ended : Set.copyOf(firing.keySet())) {
            if (!byKey.containsKey(ended)) {
                ledger.note(occurrence(at, Occurrence.Kind.ALERT_ENDED, service, firing.remove(ended)));
            }
        }
        byKey.forEach((key, mismatch) -> {
            since.putIfAbsent(key, at);
            boolean held = Duration.between(since.get(key), at).compareTo(HOLD) >= 0;
            if (held && firing.put(key, mismatch) == null) {
                ledger.note(occurrence(at, Occurrence.Kind.ALERT_FIRED, service, mismatch));
            }
        });
    }

    /** What fires for a pool that is described by a part. */
    List<Firing> firing(Optional<Part> part, PoolId pool) {
        if (firing.isEmpty() || part.isEmpty()) {
            return List.of();
        }
        return firing.entrySet().stream()
                .filter(entry -> entry.getValue().part().id().equals(part.get().id()))
                .filter(entry -> entry.getValue().told().instance().isEmpty()
                        || entry.getValue().told().instance().equals(pool.instance()))
                .map(entry -> new Firing(
                        DETECTOR,
                        Level.WARNING,
                        TITLE,
                        entry.getValue().text(),
                        since.getOrDefault(entry.getKey(), Instant.EPOCH)))
                .toList();
    }

    private static String key(Mismatch mismatch) {
        return mismatch.part().id() + "\n" + mismatch.told().instance() + "\n"
                + mismatch.configured().name();
    }

    private static Occurrence occurrence(Instant at, Occurrence.Kind kind, String service, Mismatch mismatch) {
        return new Occurrence(
                at,
                kind,
                service,
                mismatch.part().name() + "/" + mismatch.configured().name(),
                DETECTOR,
                "warning",
                TITLE,
                mismatch.text());
    }
}
