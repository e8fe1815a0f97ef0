package io.poolwright.watch.view;

import io.poolwright.diagnose.Assessment;
import io.poolwright.diagnose.Diagnosis;
import io.poolwright.diagnose.Evidence;
import io.poolwright.diagnose.RootCause;
import io.poolwright.diagnose.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The one sentence at the top. A cause is named only when the diagnosis states it. */
final class Headlines {
    /** Odds of a hundred to one, in decibans. */
    private static final double HIGH = 20;
    /** Odds of ten to one. */
    private static final double MEDIUM = 10;

    private Headlines() {}

    /**
     * The verdict.
     *
     * @param groups the worst first
     * @param known what is known of the worst service beyond its pools
     */
    static Headline of(List<ServiceRows> groups, Optional<ServiceState> known, int pools, List<BlindSpot> blind) {
        if (groups.isEmpty()) {
            return plain(State.BLIND, "Nothing is watched yet, so nothing is known.", blind);
        }
        ServiceRows worst = groups.get(0);
        boolean alarmed = known.flatMap(ServiceState::diagnosis)
                .filter(it -> !it.alerts().isEmpty())
                .isPresent();
        boolean unseen = known.filter(it -> !it.troubles().isEmpty()).isPresent() && worst.state() == State.BLIND;
        boolean troubled = worst.state() == State.OVER || alarmed || unseen;
        if (troubled) {
            return trouble(worst, known);
        }
        if (blind.size() >= pools) {
            return plain(State.BLIND, "No pool can be seen, so nothing is known.", blind);
        }
        String others = blind.isEmpty() ? "" : "; %s cannot be judged".formatted(count(blind.size(), "pool"));
        long near = groups.stream()
                .flatMap(group -> group.rows().stream())
                .filter(row -> row.state() == State.NEAR)
                .count();
        if (near > 0) {
            return plain(
                    State.NEAR,
                    "%s past the load line, and no alert fires%s.".formatted(count((int) near, "pool"), others),
                    blind);
        }
        return plain(State.CALM, "No alert fires and no pool is past its load line%s.".formatted(others), blind);
    }

    private static Headline trouble(ServiceRows worst, Optional<ServiceState> known) {
        Optional<Diagnosis> diagnosis = known.flatMap(ServiceState::diagnosis);
        Optional<PoolRow> row = worst.rows().stream()
                .filter(it -> it.state() == State.OVER)
                .max(Comparator.comparing(it -> it.timeouts().value().orElse(0)));
        Optional<Trouble> lead = known.flatMap(it -> it.troubles().stream().findFirst());
        List<Headline.Link> links = new ArrayList<>();
        lead.flatMap(Trouble::pool)
                .map(PoolKey::of)
                .or(() -> row.map(PoolRow::key))
                .ifPresent(key -> links.add(new Headline.Link("Pool", "/pools/" + key)));
        links.add(
                worst.state() == State.BLIND
                        ? new Headline.Link("Targets", "/targets")
                        : new Headline.Link("Alerts", "/alerts"));
        Optional<RootCause> cause = diagnosis.flatMap(Diagnosis::rootCause);
        return new Headline(
                worst.state() == State.BLIND ? State.BLIND : State.OVER,
                worst.service(),
                where(worst, lead, row, diagnosis),
                since(lead, row, diagnosis),
                cause.map(RootCause::title),
                cause.isPresent() ? confidence(diagnosis.get(), cause.get()) : "",
                cause.flatMap(RootCause::remedy)
                        .map(remedy ->
                                "%s: %s → %s".formatted(remedy.parameter(), remedy.current(), remedy.suggested()))
                        .orElse(""),
                cause.isPresent() ? "" : next(worst, diagnosis),
                links);
    }

    private static String where(
            ServiceRows worst, Optional<Trouble> lead, Optional<PoolRow> row, Optional<Diagnosis> diagnosis) {
        return lead.map(it -> it.pool().map(pool -> pool.name() + ": ").orElse("")
                        + it.lead().title())
                .or(() -> row.map(it -> it.pool().name() + ": " + it.note()))
                .or(() -> diagnosis
                        .flatMap(it -> it.alerts().stream().findFirst())
                        .map(alert -> alert.title()))
                .orElse(worst.state().word());
    }

    private static Optional<Instant> since(
            Optional<Trouble> lead, Optional<PoolRow> row, Optional<Diagnosis> diagnosis) {
        return lead.map(it -> it.lead().since())
                .or(() -> row.flatMap(PoolRow::since))
                .or(() -> diagnosis
                        .flatMap(it -> it.alerts().stream().findFirst())
                        .map(alert -> alert.firedAt()));
    }

    /** From the weight of the evidence of this look; a cause that was stated before and is not carried now is weak. */
    private static String confidence(Diagnosis diagnosis, RootCause cause) {
        double weight = diagnosis.with(Verdict.CAUSE).stream()
                .filter(it -> it.id().equals(cause.id()))
                .mapToDouble(Assessment::decibans)
                .findFirst()
                .orElse(0);
        return weight >= HIGH ? "high" : weight >= MEDIUM ? "medium" : "low";
    }

    private static String next(ServiceRows worst, Optional<Diagnosis> diagnosis) {
        return diagnosis
                .flatMap(it -> it.with(Verdict.CANNOT_TELL).stream()
                        .sorted(Comparator.comparingDouble(Assessment::decibans).reversed())
                        .flatMap(suspect -> suspect.evidence().stream())
                        .filter(piece -> piece.side() == Evidence.Side.MISSING)
                        .map(Evidence::text)
                        .findFirst())
                .or(() -> worst.rows().stream()
                        .filter(row -> row.state() == State.OVER)
                        .flatMap(row -> Stream.of(row.waitTime(), row.timeouts(), row.pending(), row.max()))
                        .filter(Cell.Unknown.class::isInstance)
                        .map(Cell::reason)
                        .findFirst())
                .orElse("compare use time and throughput of the pool with the time before it began");
    }

    private static Headline plain(State state, String text, List<BlindSpot> blind) {
        return new Headline(
                state,
                "",
                text,
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                blind.isEmpty() ? "" : blind.get(0).reason(),
                blind.isEmpty() ? List.of() : List.of(new Headline.Link("Targets", "/targets")));
    }

    static String count(int count, String noun) {
        return count == 1 ? "1 " + noun : String.format(Locale.ROOT, "%,d %ss", count, noun);
    }
}
