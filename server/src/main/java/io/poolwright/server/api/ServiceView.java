package io.poolwright.server.api;

import io.poolwright.diagnose.Assessment;
import io.poolwright.diagnose.Diagnosis;
import io.poolwright.diagnose.RootCause;
import io.poolwright.diagnose.Verdict;
import io.poolwright.watch.eye.ServiceLook;
import io.poolwright.watch.eye.TargetState;
import io.poolwright.watch.view.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A service as the API shows it.
 *
 * @param at when it was looked at last
 * @param troubles what is wrong, one for each cause
 * @param cause the cause that is stated; null when none is
 * @param cleared suspects that were ruled out by a measurement
 * @param cannotTell suspects of which nothing can be said, and why
 * @param targets how each of its targets answers
 */
public record ServiceView(
        String service,
        Instant at,
        int pools,
        List<Trouble> troubles,
        Optional<RootCause> cause,
        List<Suspect> cleared,
        List<Suspect> cannotTell,
        List<TargetView> targets) {
    static ServiceView of(ServiceLook look) {
        Optional<Diagnosis> diagnosis = look.state().diagnosis();
        return new ServiceView(
                look.state().service(),
                look.at(),
                look.pools().size(),
                look.state().troubles(),
                diagnosis.flatMap(Diagnosis::rootCause),
                suspects(diagnosis, Verdict.CLEARED),
                suspects(diagnosis, Verdict.CANNOT_TELL),
                look.targets().stream().map(TargetView::of).toList());
    }

    private static List<Suspect> suspects(Optional<Diagnosis> diagnosis, Verdict verdict) {
        return diagnosis
                .map(it -> it.with(verdict).stream().map(Suspect::of).toList())
                .orElse(List.of());
    }

    /**
     * A suspect.
     *
     * @param because the sentence that decided
     */
    public record Suspect(String id, String title, String because) {
        static Suspect of(Assessment assessment) {
            return new Suspect(assessment.id(), assessment.title(), assessment.decisive());
        }
    }

    /**
     * A target.
     *
     * @param since since when it answers or does not
     * @param reason why it does not; null when it does
     */
    public record TargetView(
            String name, String kind, boolean answering, Optional<Instant> since, Optional<String> reason, int pools) {
        static TargetView of(TargetState state) {
            return new TargetView(
                    state.target().name(),
                    state.target().kind().id(),
                    state.answering(),
                    state.since(),
                    state.reason().isEmpty() ? Optional.empty() : Optional.of(state.reason()),
                    state.pools());
        }
    }

    /** All services that are watched. */
    public record Listing(List<ServiceView> items) {}
}
