package io.poolwright.diagnose;

import io.poolwright.detect.Frame;
import io.poolwright.detect.Watch;
import io.poolwright.detect.Watching;
import io.poolwright.model.Tick;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes each look at the stack in turn and says what is wrong, why, and what was ruled out.
 *
 * <p>Deterministic: the same looks in the same order give the same diagnoses, so a recording can be judged again. Not for
 * use by several threads.
 */
public final class Diagnostician {
    /** Looks for which a cause must hold before it is stated: one look alone may straddle a change. */
    static final int STEADY = 2;
    /** Looks for which a stated cause must be refuted, and another hold, before we take it back. */
    static final int RECANT = 5;

    /** For so long a value in force may still be one that is measured, and move with the measurement. */
    static final Duration SETTLING = Duration.ofSeconds(5);

    private final Watch watch;
    private final List<Hypothesis> hypotheses;
    private final Map<String, Integer> held = new HashMap<>();
    private Optional<RootCause> stated = Optional.empty();
    private Optional<Frame> latest = Optional.empty();
    private int refuted;

    /**
     * A diagnostician with an empty past.
     *
     * @param watch the eye on the stack
     * @param hypotheses innermost tier first: that order decides between two that both hold
     */
    public Diagnostician(Watch watch, List<Hypothesis> hypotheses) {
        this.watch = watch;
        this.hypotheses = List.copyOf(hypotheses);
    }

    /** Takes one look, later than all before it. */
    public Diagnosis take(Tick tick) {
        Watching watching = watch.take(tick);
        List<Frame> frames = watching.seen().frames();
        latest = frames.isEmpty() ? Optional.empty() : Optional.of(frames.get(frames.size() - 1));
        if (watching.alerts().isEmpty()) {
            held.clear();
            stated = Optional.empty();
            refuted = 0;
            return new Diagnosis(tick.at(), List.of(), List.of(), Optional.empty(), List.of());
        }
        Scene scene = Scene.of(watching);
        List<Weighed> weighed = hypotheses.stream()
                .map(hypothesis -> new Weighed(hypothesis, hypothesis.weigh(scene)))
                .toList();
        Optional<Weighed> strongest = innermost(weighed);
        for (Weighed it : weighed) {
            held.put(it.id(), it.scales().convincing() ? held.getOrDefault(it.id(), 0) + 1 : 0);
        }
        state(scene, weighed, strongest);
        return new Diagnosis(
                tick.at(),
                watching.alerts(),
                assess(scene, weighed),
                stated,
                ScaleOut.warning(scene).stream().toList());
    }

    /**
     * The first that convinces, unless a suspect further in cannot be cleared and has much against it: whatever that one is,
     * what stands in front of it may be no more than its consequence.
     */
    private static Optional<Weighed> innermost(List<Weighed> weighed) {
        for (Weighed it : weighed) {
            if (it.scales().convincing()) {
                return Optional.of(it);
            }
            if (!it.scales().refuted() && it.scales().open() && it.scales().decibans() >= Weighing.ENOUGH / 2) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The last frame that was taken in; empty until two looks were taken. */
    public Optional<Frame> latest() {
        return latest;
    }

    private record Weighed(Hypothesis hypothesis, Weighing scales) {
        String id() {
            return hypothesis.id();
        }
    }

    private void state(Scene scene, List<Weighed> weighed, Optional<Weighed> strongest) {
        if (stated.isEmpty()) {
            strongest
                    .filter(it -> held.getOrDefault(it.id(), 0) >= STEADY)
                    .ifPresent(it -> stated = Optional.of(cause(scene, it.hypothesis())));
            return;
        }
        String id = stated.get().id();
        boolean stands = weighed.stream()
                .noneMatch(it -> it.id().equals(id) && it.scales().refuted());
        refuted = stands ? 0 : refuted + 1;
        if (refuted >= RECANT) {
            strongest.filter(it -> held.getOrDefault(it.id(), 0) >= RECANT).ifPresent(it -> {
                stated = Optional.of(cause(scene, it.hypothesis()));
                refuted = 0;
            });
        } else {
            strongest
                    .filter(it -> it.id().equals(id))
                    .map(it -> cause(scene, it.hypothesis()))
                    .filter(cause -> sharpens(cause, stated.orElseThrow()))
                    .ifPresent(cause -> stated = Optional.of(new RootCause(
                            id, cause.title(), stated.orElseThrow().namedAt(), cause.remedy(), cause.firstAid())));
        }
    }

    /** More seconds make a better estimate, until somebody changes the value that it is about. */
    private static boolean sharpens(RootCause later, RootCause stated) {
        boolean early = Duration.between(stated.namedAt(), later.namedAt()).compareTo(SETTLING) <= 0;
        return later.remedy().isPresent()
                && (early
                        || stated.remedy()
                                .map(remedy -> remedy.current()
                                        .equals(later.remedy().get().current()))
                                .orElse(true));
    }

    private static RootCause cause(Scene scene, Hypothesis hypothesis) {
        return new RootCause(
                hypothesis.id(), hypothesis.title(), scene.at(), hypothesis.remedy(scene), hypothesis.firstAid(scene));
    }

    private List<Assessment> assess(Scene scene, List<Weighed> weighed) {
        List<Assessment> assessments = new ArrayList<>();
        for (Weighed it : weighed) {
            Optional<String> carried = Carrier.of(it.id(), scene, stated);
            List<Evidence> evidence = new ArrayList<>(it.scales().evidence());
            carried.ifPresent(text -> evidence.add(0, new Evidence(Evidence.Side.FOR, text, 0)));
            assessments.add(new Assessment(
                    it.id(),
                    it.hypothesis().title(),
                    verdict(it, carried.isPresent()),
                    it.scales().decibans(),
                    evidence));
        }
        assessments.sort(Comparator.comparing(Assessment::verdict));
        return assessments;
    }

    /** A cause is stated for the whole trouble: another that also holds for a moment contributes, no more. */
    private Verdict verdict(Weighed it, boolean carried) {
        if (it.scales().refuted()) {
            return Verdict.CLEARED;
        }
        if (it.scales().convincing() && stated.isPresent()) {
            return stated.get().id().equals(it.id()) ? Verdict.CAUSE : Verdict.CONTRIBUTING;
        }
        return carried ? Verdict.CONTRIBUTING : Verdict.CANNOT_TELL;
    }
}
