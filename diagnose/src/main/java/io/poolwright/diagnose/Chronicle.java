package io.poolwright.diagnose;

import io.poolwright.detect.Alert;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was said over a whole run: every alert, every cause that was ever stated, and the diagnosis at its fullest. */
public final class Chronicle {
    private final Map<String, Alert> alerts = new LinkedHashMap<>();
    private final List<RootCause> causes = new ArrayList<>();
    private Optional<Diagnosis> conclusion = Optional.empty();

    /** Notes one diagnosis; they come in order of time. */
    public void note(Diagnosis diagnosis) {
        diagnosis.alerts().forEach(alert -> alerts.putIfAbsent(alert.detector() + " " + alert.firedAt(), alert));
        diagnosis.rootCause().ifPresent(this::noteCause);
        if (fullness(diagnosis) >= conclusion.map(Chronicle::fullness).orElse(1)) {
            conclusion = Optional.of(diagnosis);
        }
    }

    private void noteCause(RootCause cause) {
        if (!causes.isEmpty()) {
            RootCause last = causes.get(causes.size() - 1);
            if (last.id().equals(cause.id()) && last.namedAt().equals(cause.namedAt())) {
                causes.set(causes.size() - 1, cause);
                return;
            }
        }
        causes.add(cause);
    }

    /** Support of a stated cause counts most, then how many suspects are settled; silence is worth nothing. */
    private static int fullness(Diagnosis diagnosis) {
        if (diagnosis.alerts().isEmpty()) {
            return 0;
        }
        return 1
                + (diagnosis.rootCause().isPresent() ? 100 : 0)
                + (diagnosis.supported() ? 1000 : 0)
                + diagnosis.with(Verdict.CLEARED).size();
    }

    /** Every alert that fired, in the order of firing. */
    public List<Alert> alerts() {
        return List.copyOf(alerts.values());
    }

    /** Every cause that was stated, in that order; more than one means that one was taken back or the trouble changed. */
    public List<RootCause> causes() {
        return List.copyOf(causes);
    }

    /** The diagnosis that was best supported and settled most suspects, the latest of equals; empty when all was well. */
    public Optional<Diagnosis> conclusion() {
        return conclusion;
    }
}
