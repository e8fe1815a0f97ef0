package io.poolwright.watch.eye;

import io.poolwright.detect.Detectors;
import io.poolwright.detect.Frame;
import io.poolwright.detect.Watch;
import io.poolwright.detect.Window;
import io.poolwright.detect.pool.PoolAlert;
import io.poolwright.detect.pool.PoolLook;
import io.poolwright.diagnose.Change;
import io.poolwright.diagnose.Diagnosis;
import io.poolwright.diagnose.Diagnostician;
import io.poolwright.diagnose.RootCause;
import io.poolwright.diagnose.hypotheses.Hypotheses;
import io.poolwright.model.Answer;
import io.poolwright.model.Tick;
import io.poolwright.model.live.InForce;
import io.poolwright.model.live.Notice;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Seen;
import io.poolwright.model.stack.Settings;
import io.poolwright.watch.configured.Configuration;
import io.poolwright.watch.head.Point;
import io.poolwright.watch.targets.Target;
import io.poolwright.watch.targets.TargetKind;
import io.poolwright.watch.view.Firing;
import io.poolwright.watch.view.PoolState;
import io.poolwright.watch.view.ServiceState;
import io.poolwright.watch.view.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The eye on one service: takes each look at its targets in turn and says what is so, what fires and why. For one thread. */
final class ServiceEye {
    /** A pool that nobody tells of any more, for so long, is gone: its copy was taken away. */
    private static final Duration GONE = Duration.ofMinutes(15);

    private final String service;
    private final Settings facts;
    private final Consumer<Point> memory;
    private final Ledger ledger;
    private final Tape tape;
    private final Ticks ticks = new Ticks();
    private final Diagnostician diagnostician = new Diagnostician(new Watch(Detectors.all()), Hypotheses.all());
    private final Map<PoolId, WatchedPool> pools = new TreeMap<>();
    /** The same pools, to find one without comparing names. */
    private final Map<PoolId, WatchedPool> found = new HashMap<>();

    private final Map<String, List<WatchedPool>> byTarget = new HashMap<>();
    private final Map<String, TargetWatch> targets = new LinkedHashMap<>();
    private final Differences differences = new Differences();
    private final Troubles troubles;
    private final Set<String> noticed = new HashSet<>();
    private Configuration configuration = Configuration.none();
    private Optional<Frame> before = Optional.empty();
    private Optional<RootCause> stated = Optional.empty();
    private Optional<Diagnosis> diagnosis = Optional.empty();
    private List<InForce> inForce = List.of();
    private Instant diagnosedAt = Instant.EPOCH;

    ServiceEye(String service, Settings facts, Consumer<Point> memory, Ledger ledger, Tape tape) {
        this.tape = tape;
        this.service = service;
        this.facts = facts;
        this.memory = memory;
        this.ledger = ledger;
        this.troubles = new Troubles(service, ledger);
    }

    /** From now on the files say this. */
    void configured(Configuration now) {
        configuration = now;
        pools.values().forEach(pool -> pool.expect(Expected.of(pool.pool(), now, facts)));
    }

    /** Takes one look at all of its targets. */
    ServiceLook take(Instant at, Map<Target, Answer<Seen>> answers) {
        List<InForce> told = new ArrayList<>();
        Map<PoolId, Reading> whole = whole(answers);
        answers.forEach((target, answer) -> {
            TargetWatch watched = targets.computeIfAbsent(target.name(), name -> new TargetWatch(target));
            watched.take(at, answer);
            look(at, target, answer, whole);
            answer.value().ifPresent(seen -> {
                told.addAll(seen.inForce());
                seen.notices().forEach(notice -> notice(at, target, notice));
            });
        });
        pools.values().forEach(pool -> pool.reading()
                .flatMap(reading -> LimitInForce.of(reading, configuration, pool.target()))
                .ifPresent(told::add));
        inForce = List.copyOf(told);
        differences.take(at, configuration.mismatches(inForce), ledger, service);
        if (pools.values().removeIf(pool -> gone(at, pool))) {
            index();
        }
        if (judgedWhole(at, answers)) {
            diagnose(at, answers);
        }
        return snapshot(at);
    }

    /** What services send on their own comes one process at a time: no whole stack is to be judged by that. */
    private boolean judgedWhole(Instant at, Map<Target, Answer<Seen>> answers) {
        boolean later = diagnosedAt.isBefore(at);
        boolean whole = answers.keySet().stream().anyMatch(target -> target.kind() != TargetKind.OTLP);
        if (later && whole) {
            diagnosedAt = at;
        }
        return later && whole;
    }

    /** Every pool once, though several targets tell of it: what one of them does not know, another may. */
    private static Map<PoolId, Reading> whole(Map<Target, Answer<Seen>> answers) {
        Map<PoolId, Reading> whole = new HashMap<>();
        answers.values().forEach(answer -> answer.value().ifPresent(seen -> seen.readings()
                .forEach(reading -> whole.merge(reading.pool(), reading, Reading::and))));
        return whole;
    }

    private void look(Instant at, Target target, Answer<Seen> answer, Map<PoolId, Reading> whole) {
        if (answer instanceof Answer.Answered<Seen> answered) {
            for (Reading reading : answered.it().readings()) {
                WatchedPool known = found.get(reading.pool());
                WatchedPool pool = known == null ? fresh(reading.pool(), target) : known;
                if (!pool.lookedAt().equals(at)) {
                    take(at, pool, Answer.of(whole.getOrDefault(reading.pool(), reading)));
                }
            }
        }
        String reason = answer instanceof Answer.Silent<Seen> silent
                ? silent.reason()
                : target.name() + " answers and tells nothing of it any more";
        for (WatchedPool pool : byTarget.getOrDefault(target.name(), List.of())) {
            if (!pool.lookedAt().equals(at) && !whole.containsKey(pool.pool())) {
                take(at, pool, Answer.silent(reason));
            }
        }
    }

    private WatchedPool fresh(PoolId id, Target target) {
        WatchedPool pool = new WatchedPool(id, target.name(), Expected.of(id, configuration, facts));
        pools.put(id, pool);
        index(pool);
        return pool;
    }

    private void index() {
        found.clear();
        byTarget.clear();
        pools.values().forEach(this::index);
    }

    private void index(WatchedPool pool) {
        found.put(pool.pool(), pool);
        byTarget.computeIfAbsent(pool.target(), name -> new ArrayList<>()).add(pool);
    }

    private void take(Instant at, WatchedPool pool, Answer<Reading> answer) {
        PoolLook look = pool.take(at, answer);
        memory.accept(new Point(pool.pool(), at, look.measures()));
    }

    private static boolean gone(Instant at, WatchedPool pool) {
        return pool.answeredAt().isBefore(at.minus(GONE));
    }

    private void notice(Instant at, Target target, Notice notice) {
        if (noticed.size() < 1_000 && noticed.add(target.name() + notice)) {
            ledger.note(new Occurrence(
                    at,
                    Occurrence.Kind.NOTICE,
                    service,
                    target.name(),
                    notice.kind().name().toLowerCase(Locale.ROOT),
                    "info",
                    "Something about " + target.name(),
                    notice.text()));
        }
    }

    private void diagnose(Instant at, Map<Target, Answer<Seen>> answers) {
        Tick tick = ticks.of(at, answers, configuration.of(service));
        tape.take(service, tick);
        Diagnosis now = diagnostician.take(tick);
        diagnosis = Optional.of(now);
        changes(at);
        cause(at, now);
    }

    private void cause(Instant at, Diagnosis now) {
        Optional<RootCause> cause = now.rootCause();
        boolean fresh = cause.isPresent()
                && stated.filter(it -> it.id().equals(cause.get().id())
                                && it.namedAt().equals(cause.get().namedAt()))
                        .isEmpty();
        stated = cause;
        if (fresh) {
            String change = cause.get()
                    .remedy()
                    .map(remedy -> ": %s is %s, set it to %s%s"
                            .formatted(
                                    remedy.parameter(), remedy.current(), remedy.suggested(), " at " + remedy.setAt()))
                    .orElse("");
            ledger.note(new Occurrence(
                    at,
                    Occurrence.Kind.CAUSE_NAMED,
                    service,
                    "",
                    cause.get().id(),
                    "critical",
                    cause.get().title(),
                    cause.get().title() + change));
        }
    }

    private void changes(Instant at) {
        Optional<Frame> latest = diagnostician.latest();
        if (latest.isPresent()
                && before.isPresent()
                && !before.get().at().equals(latest.get().at())) {
            for (Change change : Change.in(new Window(List.of(before.get(), latest.get())))) {
                boolean deployed = change.kind() == Change.Kind.DEPLOYMENT;
                ledger.note(new Occurrence(
                        at,
                        deployed ? Occurrence.Kind.DEPLOYMENT : Occurrence.Kind.SETTING_CHANGED,
                        service,
                        change.owner(),
                        change.what(),
                        "info",
                        deployed ? change.owner() + " was started" : change.what() + " changed",
                        Said.change(change.what(), change.owner(), change.to(), change.from())));
            }
        }
        before = latest;
    }

    private ServiceLook snapshot(Instant at) {
        List<PoolState> states = new ArrayList<>(pools.size());
        List<PoolAlert> firing = new ArrayList<>();
        Set<PoolId> silenced = new HashSet<>();
        boolean someSilent = targets.values().stream().anyMatch(target -> target.silentLately(at));
        for (WatchedPool pool : pools.values()) {
            states.add(pool.state(differences.firing(configuration.of(pool.pool()), pool.pool())));
            firing.addAll(pool.firing());
            if (someSilent && silentLately(pool, at)) {
                silenced.add(pool.pool());
            }
        }
        List<Firing> silent = targets.values().stream()
                .flatMap(target -> target.firing().stream())
                .toList();
        List<Trouble> told =
                troubles.take(at, firing, diagnosis.map(Diagnosis::alerts).orElse(List.of()), silent, silenced);
        return new ServiceLook(
                at,
                new ServiceState(service, diagnosis.filter(it -> !it.alerts().isEmpty()), told),
                states,
                targets.values().stream().map(TargetWatch::state).toList(),
                inForce);
    }

    private boolean silentLately(WatchedPool pool, Instant at) {
        TargetWatch target = targets.get(pool.target());
        return target != null && target.silentLately(at);
    }
}
