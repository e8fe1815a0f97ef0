package io.poolwright.detect;

import io.poolwright.model.Tick;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The eye that is kept on one stack: takes each look in turn and says which alerts fire.
 *
 * <p>Deterministic: the same looks in the same order give the same alerts. Not for use by several threads.
 */
public final class Watch {
    /** Frames kept: a quarter of an hour at one look a second. */
    static final int KEPT = 900;
    /** An alert that has not been seen for so long is over. */
    static final Duration QUIET = Duration.ofSeconds(5);
    /** Everything that a detector holds against may have begun so long before it fired. */
    static final Duration LEAD = Duration.ofSeconds(6);
    /** Longest stretch of good health that is compared with. */
    static final int REFERENCE = 60;
    /** Fewer frames than this tell nothing about what is normal. */
    static final int LEAST_REFERENCE = 5;

    private final List<Detector> detectors;
    private final List<Frame> frames = new ArrayList<>();
    private final Map<String, Alert> firing = new LinkedHashMap<>();
    private final Map<String, Instant> lastSeen = new LinkedHashMap<>();
    private Optional<Tick> before = Optional.empty();
    private Optional<Instant> firstAlert = Optional.empty();

    public Watch(List<Detector> detectors) {
        this.detectors = List.copyOf(detectors);
    }

    /** Takes one look, later than all before it. */
    public Watching take(Tick tick) {
        Optional<Tick> earlier = before;
        before = Optional.of(tick);
        if (earlier.isEmpty()) {
            return new Watching(tick.at(), new Window(List.of()), new Window(List.of()), List.of(), List.of());
        }
        frames.add(Frames.between(earlier.get(), tick));
        if (frames.size() > KEPT) {
            frames.remove(0);
        }
        Window seen = new Window(frames);
        Window reference = reference();
        List<Alert> fresh = new ArrayList<>();
        for (Detector detector : detectors) {
            detector.look(seen, reference).ifPresent(text -> {
                lastSeen.put(detector.id(), tick.at());
                if (!firing.containsKey(detector.id())) {
                    Alert alert = new Alert(detector.id(), detector.title(), text, tick.at());
                    firing.put(detector.id(), alert);
                    fresh.add(alert);
                }
            });
        }
        firing.keySet()
                .removeIf(id -> Duration.between(lastSeen.getOrDefault(id, tick.at()), tick.at())
                                .compareTo(QUIET)
                        >= 0);
        if (firing.isEmpty()) {
            firstAlert = Optional.empty();
        } else if (firstAlert.isEmpty()) {
            firstAlert = Optional.of(tick.at());
        }
        List<Alert> now = firing.values().stream()
                .sorted(Comparator.comparing(Alert::firedAt).thenComparing(Alert::detector))
                .toList();
        return new Watching(tick.at(), seen, reference(), now, fresh);
    }

    /** Frames from before the first alert that is still firing; the end is left out, it may already be ill. */
    private Window reference() {
        Instant end = firstAlert
                .map(alert -> alert.minus(LEAD))
                .orElseGet(() -> frames.get(frames.size() - 1).at().minus(LEAD));
        List<Frame> healthy =
                frames.stream().filter(frame -> frame.at().isBefore(end)).toList();
        return healthy.size() < LEAST_REFERENCE ? new Window(List.of()) : new Window(healthy).last(REFERENCE);
    }
}
