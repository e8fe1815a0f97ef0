package io.poolwright.audit;

import io.poolwright.model.Origin;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.UnknownSettingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one judgement stands on. A rule takes every input through {@link #use}; from that follow the finding's place, its
 * related places and its confidence, and two untouched defaults never make a finding.
 */
public final class Evidence {
    private final RuleSpec rule;
    private final Part subject;
    private final List<Used> used = new ArrayList<>();
    private final List<Related> more = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private Optional<Origin> place = Optional.empty();
    private Optional<String> reachability = Optional.empty();
    private Severity severity;

    private record Used(Setting<?> setting, String as) {}

    Evidence(RuleSpec rule, Part subject) {
        this.rule = rule;
        this.subject = subject;
        this.severity = rule.severity();
    }

    /** Evidence for a rule that walks the stack itself. */
    public static Evidence of(RuleSpec rule, Part subject) {
        return new Evidence(rule, subject);
    }

    /**
     * The value of an input; ends the judgement as "cannot tell" when it is unknown.
     *
     * @param as what it is in this judgement, such as {@code the pool's wait}
     */
    public <T> T use(Setting<T> setting, String as) {
        if (!setting.isKnown()) {
            throw new UnknownSettingException(missing(setting, as));
        }
        used.add(new Used(setting, as));
        return setting.get();
    }

    /** The value of an input that may be unknown without ending the judgement. */
    public <T> Optional<T> useIfKnown(Setting<T> setting, String as) {
        return setting.isKnown() ? Optional.of(use(setting, as)) : Optional.empty();
    }

    private static String missing(Setting<?> setting, String as) {
        try {
            setting.get();
        } catch (UnknownSettingException e) {
            return e.missing().equals(setting.name()) ? as + " (" + setting.name() + ")" : e.missing();
        }
        throw new IllegalStateException(setting.name() + " is unknown and known");
    }

    /** The place of the finding; without it, the first input that a person wrote, else the subject's own place. */
    public Evidence at(Origin origin) {
        place = Optional.of(origin);
        return this;
    }

    /** The place of the finding: where this input is written, if it is. */
    public Evidence at(Setting<?> setting) {
        setting.origin().ifPresent(this::at);
        return this;
    }

    /** Another place that takes part without being an input. */
    public Evidence related(Origin origin, String role) {
        more.add(new Related(origin, role));
        return this;
    }

    /** The load that would get there, in a sentence. */
    public Evidence reachability(String sentence) {
        reachability = Optional.of(sentence);
        return this;
    }

    /** Another severity than the rule's own. */
    public Evidence severity(Severity other) {
        severity = other;
        return this;
    }

    /** Suggests to write another value for an input that a person wrote; nothing happens for a default. */
    public Evidence change(Setting<?> setting, String fresh) {
        setting.origin().ifPresent(origin -> setting.written()
                .ifPresent(old -> changes.add(Change.replace(origin, setting.name(), old, fresh))));
        return this;
    }

    /** Suggests an edit. */
    public Evidence change(Change change) {
        changes.add(change);
        return this;
    }

    /** The line is kept, or the rule does not apply after all. */
    public Verdict pass() {
        return new Verdict.Pass(rule.id(), subject.id());
    }

    /** An input is missing. */
    public Verdict cannotTell(String missing) {
        return new Verdict.CannotTell(rule.id(), subject.id(), missing);
    }

    /**
     * The line is crossed. Becomes a pass when two or more inputs were compared and nobody wrote any of them.
     *
     * @param message what is the case, with the figures
     * @param suggestion what to write instead
     */
    public Verdict finding(String message, String suggestion) {
        boolean untouched = used.stream().noneMatch(one -> one.setting().isDeclared());
        if (untouched && used.size() >= 2 && place.isEmpty()) {
            return pass();
        }
        Origin at = place.or(() -> used.stream()
                        .flatMap(one -> one.setting().origin().stream())
                        .findFirst())
                .orElse(subject.origin());
        return new Finding(
                rule.id(),
                severity,
                confidence(),
                reachability,
                subject.id(),
                at,
                message,
                suggestion,
                related(at),
                changes);
    }

    private Confidence confidence() {
        if (used.stream().anyMatch(one -> one.setting().isGuessed())) {
            return Confidence.VERSION_GUESSED;
        }
        boolean written = used.stream().allMatch(one -> one.setting().isDeclared());
        return written ? Confidence.EXPLICIT : Confidence.DEFAULTED;
    }

    private List<Related> related(Origin at) {
        Map<Origin, Related> places = new LinkedHashMap<>();
        used.forEach(one -> one.setting()
                .origin()
                .filter(origin -> !origin.equals(at))
                .ifPresent(origin -> places.putIfAbsent(origin, new Related(origin, one.as()))));
        more.stream().filter(one -> !one.at().equals(at)).forEach(one -> places.putIfAbsent(one.at(), one));
        return List.copyOf(places.values());
    }
}
