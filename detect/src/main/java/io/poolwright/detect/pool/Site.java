package io.poolwright.detect.pool;

import io.poolwright.model.live.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One pool of a service, in all its instances, and what fires there. */
final class Site {
    /** The slowest judgement takes five minutes, and looks may be a minute apart: so late may a cause be told. */
    static final Duration LATE = Duration.ofMinutes(10);

    /** The worst first, then the oldest. */
    static final Comparator<Site> WORST = Comparator.comparing(Site::severity)
            .reversed()
            .thenComparing(Site::since)
            .thenComparing(site -> site.name);

    private static final Comparator<Symptom> INNERMOST = Comparator.comparing(
                    (Symptom it) -> Place.of(it.detector()).rank())
            .thenComparing(Symptom::severity, Comparator.reverseOrder())
            .thenComparing(Symptom::firedAt)
            .thenComparing(it -> it.pool().map(Object::toString).orElse(""));

    final Tier tier;
    final String name;
    private final List<Symptom> symptoms = new ArrayList<>();

    Site(Tier tier, String name) {
        this.tier = tier;
        this.name = name;
    }

    void add(Symptom symptom) {
        symptoms.add(symptom);
        symptoms.sort(INNERMOST);
    }

    /** What fires here; what says most about why comes first. */
    List<Symptom> symptoms() {
        return symptoms;
    }

    Severity severity() {
        return symptoms.stream().map(Symptom::severity).max(Severity::compareTo).orElse(Severity.INFO);
    }

    Instant since() {
        return symptoms.stream().map(Symptom::firedAt).min(Instant::compareTo).orElse(Instant.MAX);
    }

    /** Whether what fires here makes callers wait, so that what fires at another place follows from it. */
    boolean explains(Site other) {
        return isBehind(other)
                && symptoms.stream().anyMatch(Site::holdsUp)
                && !other.since().plus(LATE).isBefore(since());
    }

    /** An application's calls to other services do not pass its own database. */
    private boolean isBehind(Site other) {
        boolean aside = other.tier == Tier.HTTP_CLIENT || (tier == Tier.HTTP_CLIENT && other.tier.compareTo(tier) > 0);
        return !aside && tier.compareTo(other.tier) > 0;
    }

    private static boolean holdsUp(Symptom symptom) {
        boolean noSlotLeft =
                symptom.detector().equals("database-slots-short") && symptom.severity() == Severity.CRITICAL;
        return noSlotLeft || Place.of(symptom.detector()).holdsUp();
    }
}
