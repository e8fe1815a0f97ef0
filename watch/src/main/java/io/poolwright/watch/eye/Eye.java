package io.poolwright.watch.eye;

import io.poolwright.audit.Finding;
import io.poolwright.audit.Severity;
import io.poolwright.model.Answer;
import io.poolwright.model.live.InForce;
import io.poolwright.model.live.Seen;
import io.poolwright.telemetry.Collector;
import io.poolwright.watch.configured.Configuration;
import io.poolwright.watch.configured.ConfigurationFolder;
import io.poolwright.watch.head.Point;
import io.poolwright.watch.targets.Target;
import io.poolwright.watch.targets.TargetKind;
import io.poolwright.watch.targets.Targets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The eye that is kept on everything that is watched: asks the targets of each service together, once an interval, and keeps
 * what it concludes. It goes on whatever its targets, its files and its ledger do.
 *
 * <p>Targets are asked on their own threads; what they say is judged on one. Any thread may ask for what is known.
 */
public final class Eye implements AutoCloseable {
    private static final Duration LONGEST_PATIENCE = Duration.ofSeconds(10);
    private static final Duration AUDIT_ANEW = Duration.ofMinutes(5);
    /** A service that sends on its own and is silent for so long is silent. */
    private static final Duration PUSH_PATIENCE = Duration.ofSeconds(90);

    private final Targets targets;
    private final Clock clock;
    private final Consumer<Point> memory;
    private final Ledger ledger;
    private final Tape tape;
    private final Lanes lanes = new Lanes();
    private final ScheduledThreadPoolExecutor pace = threads("poolwright-pace");
    private final ScheduledThreadPoolExecutor judge = threads("poolwright-judge");
    private final ScheduledThreadPoolExecutor files = threads("poolwright-files");
    private final Map<String, ServiceEye> eyes = new TreeMap<>();
    private final Map<String, ServiceLook> looks = new ConcurrentSkipListMap<>();
    private final Map<Target, Feed> feeds = new HashMap<>();
    private final Map<String, List<Asked>> asked;
    private final Map<String, Map<Target, Pushed>> pushed = new HashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    /** The round that began last, by service; for the thread that paces. */
    private final Map<String, Round> latest = new HashMap<>();

    private final AtomicLong rounds = new AtomicLong();
    private final AtomicLong skipped = new AtomicLong();
    private volatile Configuration configuration = Configuration.none();
    private volatile List<Finding> findings = List.of();
    private List<InForce> audited = List.of();
    private Instant auditedAt = Instant.EPOCH;
    private boolean auditDue = true;

    private record Pushed(Instant at, Seen seen) {}

    /**
     * An eye that is still closed.
     *
     * @param targets what to look at
     * @param sources how a target is asked
     * @param memory takes every measured look at a pool; it neither throws nor waits
     * @param ledger takes everything that happens
     */
    public Eye(Targets targets, Sources sources, Consumer<Point> memory, Ledger ledger, Clock clock) {
        this(targets, sources, memory, ledger, Tape.NONE, clock);
    }

    /**
     * The same, and whole looks are kept.
     *
     * @param tape takes each look at a service that was judged as a whole
     */
    public Eye(Targets targets, Sources sources, Consumer<Point> memory, Ledger ledger, Tape tape, Clock clock) {
        this.tape = tape;
        this.targets = targets;
        this.memory = memory;
        this.ledger = ledger;
        this.clock = clock;
        this.asked = targets.targets().stream()
                .collect(Collectors.groupingBy(
                        Target::service,
                        TreeMap::new,
                        Collectors.mapping(target -> asked(target, sources), Collectors.toList())));
    }

    private Asked asked(Target target, Sources sources) {
        Optional<Feed> feed = sources.feed(target).map(it -> new Feed(target, it));
        feed.ifPresent(it -> feeds.put(target, it));
        Collector<Seen> collector = feed.isPresent() ? feed.get()::ask : sources.of(target);
        return new Asked(target, collector);
    }

    /** Opens the eye: files first, so that the first look already knows what is written. */
    public void start() {
        targets.configuration().ifPresent(folder -> {
            ConfigurationFolder reading = new ConfigurationFolder(folder, targets.environment());
            var ignored = files.scheduleWithFixedDelay(() -> guarded(() -> files(reading)), 0, 1, TimeUnit.SECONDS);
        });
        int place = 0;
        for (Map.Entry<String, List<Asked>> service : asked.entrySet()) {
            long interval = service.getValue().stream()
                    .mapToLong(one -> one.target().interval().toMillis())
                    .min()
                    .orElse(targets.interval().toMillis());
            long offset = interval * place++ / asked.size();
            var ignored = pace.scheduleAtFixedRate(
                    () -> guarded(() -> round(service.getKey(), service.getValue(), interval)),
                    offset,
                    interval,
                    TimeUnit.MILLISECONDS);
        }
        var ignored = judge.scheduleWithFixedDelay(() -> guarded(this::overduePushes), 5, 5, TimeUnit.SECONDS);
    }

    private void round(String service, List<Asked> its, long interval) {
        if (judge.getQueue().size() > 10_000) {
            skipped.incrementAndGet(); // judging is behind: more looks would only be older
            return;
        }
        Round before = latest.get(service);
        if (before != null && !before.isOver()) {
            skipped.incrementAndGet(); // after a pause of ours, several rounds are due at once: one look tells as much
            return;
        }
        rounds.incrementAndGet();
        long patience = Math.min(LONGEST_PATIENCE.toMillis(), Math.max(150, interval * 8 / 10));
        Round round =
                new Round(its, clock.instant(), patience, (at, answers) -> judge(() -> take(service, at, answers)));
        latest.put(service, round);
        round.begin(lanes);
        var ignored = pace.schedule(() -> guarded(round::timeUp), patience, TimeUnit.MILLISECONDS);
    }

    /** Takes what a service sent on its own. */
    public void push(String service, String instance, Seen seen) {
        Instant at = clock.instant();
        Target source = Target.at(instance, TargetKind.OTLP, service, "pushed", targets.interval());
        judge(() -> {
            pushed.computeIfAbsent(service, key -> new HashMap<>()).put(source, new Pushed(at, seen));
            take(service, at, Map.of(source, Answer.of(seen)));
        });
    }

    private void overduePushes() {
        Instant now = clock.instant();
        pushed.forEach((service, sources) -> {
            Map<Target, Answer<Seen>> silent = new HashMap<>();
            sources.forEach((source, last) -> {
                if (Duration.between(last.at(), now).compareTo(PUSH_PATIENCE) > 0) {
                    silent.put(
                            source,
                            Answer.silent("nothing was sent by %s since %s".formatted(source.name(), last.at())));
                }
            });
            if (!silent.isEmpty()) {
                take(service, now, silent);
            }
        });
    }

    private void take(String service, Instant at, Map<Target, Answer<Seen>> answers) {
        answers.forEach((target, answer) -> {
            Feed feed = feeds.get(target);
            if (feed != null && answer.value().isPresent()) {
                feed.told().forEach((name, told) -> look(name, told.latest(at), told.answers()));
            }
        });
        look(service, at, answers);
        listeners.forEach(Runnable::run);
    }

    private void look(String service, Instant at, Map<Target, Answer<Seen>> answers) {
        ServiceEye eye = eyes.computeIfAbsent(service, name -> {
            ServiceEye fresh = new ServiceEye(name, targets.declared(), memory, ledger, tape);
            fresh.configured(configuration);
            return fresh;
        });
        looks.put(service, eye.take(at, answers));
    }

    private void files(ConfigurationFolder folder) {
        Instant now = clock.instant();
        Optional<Configuration> fresh = folder.changed(now);
        fresh.ifPresent(read -> {
            configuration = read;
            auditDue = true;
            judge(() -> eyes.values().forEach(eye -> eye.configured(read)));
        });
        List<InForce> told = looks.values().stream()
                .flatMap(look -> look.inForce().stream())
                .sorted(Comparator.comparing(InForce::toString))
                .toList();
        boolean old = Duration.between(auditedAt, now).compareTo(AUDIT_ANEW) >= 0;
        if (auditDue || old || !told.equals(audited)) {
            audit(now, told);
        }
    }

    private void audit(Instant now, List<InForce> told) {
        List<Finding> before = findings;
        findings = configuration.audit(told);
        boolean first = auditedAt.equals(Instant.EPOCH);
        audited = told;
        auditedAt = now;
        auditDue = false;
        if (!first) {
            findings.stream()
                    .filter(finding -> finding.severity().compareTo(Severity.HIGH) >= 0)
                    .filter(finding -> before.stream().noneMatch(old -> same(old, finding)))
                    .forEach(finding -> ledger.note(new Occurrence(
                            now,
                            Occurrence.Kind.FINDING,
                            "",
                            finding.at().toString(),
                            finding.rule(),
                            "info",
                            finding.rule(),
                            finding.message() + " " + finding.suggestion())));
        }
    }

    private static boolean same(Finding a, Finding b) {
        return a.rule().equals(b.rule())
                && a.subject().equals(b.subject())
                && a.message().equals(b.message());
    }

    /** What is known now of every service that was looked at. */
    public List<ServiceLook> looks() {
        return new ArrayList<>(looks.values());
    }

    /** How every target answers; one that was not asked yet is among them. */
    public List<TargetState> targetStates() {
        List<TargetState> states = new ArrayList<>();
        looks.values().forEach(look -> states.addAll(look.targets()));
        targets.targets().stream()
                .filter(target ->
                        states.stream().noneMatch(state -> state.target().equals(target)))
                .forEach(target -> states.add(TargetState.unasked(target)));
        return states;
    }

    /** What the files say. */
    public Configuration configuration() {
        return configuration;
    }

    /** What the rules say of the stack as it runs. */
    public List<Finding> findings() {
        return findings;
    }

    /** What is watched. */
    public Targets targets() {
        return targets;
    }

    /** Looks begun, and looks left out because judging was behind or the look before was still going on. */
    public long[] counts() {
        return new long[] {rounds.get(), skipped.get()};
    }

    /** Has something run after every look at a service, on the thread that judges: it must be quick. */
    public void listen(Runnable listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
    }

    private void judge(Runnable step) {
        try {
            judge.execute(() -> guarded(step));
        } catch (RejectedExecutionException e) {
            skipped.incrementAndGet(); // closed meanwhile
        }
    }

    /** A fault of ours in one step must not end the watch. */
    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | StackOverflowError e) {
            ledger.note(new Occurrence(
                    clock.instant(),
                    Occurrence.Kind.NOTICE,
                    "",
                    "poolwright",
                    "fault",
                    "warning",
                    "A fault of Poolwright's own",
                    "please report it: %s at %s"
                            .formatted(e, e.getStackTrace().length > 0 ? e.getStackTrace()[0] : "an unknown place")));
        }
    }

    /** Closes the eye; a question that is still open is left to end by itself. */
    @Override
    public void close() {
        pace.shutdownNow();
        files.shutdownNow();
        judge.shutdownNow();
        lanes.close();
    }

    private static ScheduledThreadPoolExecutor threads(String name) {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return executor;
    }
}
