package io.poolwright.cli.report;

import io.poolwright.detect.Detectors;
import io.poolwright.detect.Frame;
import io.poolwright.detect.Watch;
import io.poolwright.detect.Watching;
import io.poolwright.diagnose.Diagnosis;
import io.poolwright.diagnose.Diagnostician;
import io.poolwright.diagnose.RootCause;
import io.poolwright.diagnose.Verdict;
import io.poolwright.diagnose.hypotheses.Hypotheses;
import io.poolwright.model.Answer;
import io.poolwright.model.BalancerSample;
import io.poolwright.model.ClientBackends;
import io.poolwright.model.DatabaseCounters;
import io.poolwright.model.DatabaseSample;
import io.poolwright.model.DeclaredSetting;
import io.poolwright.model.HttpSample;
import io.poolwright.model.InstanceReading;
import io.poolwright.model.InstanceSample;
import io.poolwright.model.Origin;
import io.poolwright.model.PoolSample;
import io.poolwright.model.ProcessSample;
import io.poolwright.model.ServerSample;
import io.poolwright.model.Tick;
import io.poolwright.model.TimerSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Stories as a drill would leave them, made of looks at an imagined stack and the real detectors and suspects.
 *
 * <p>The outage follows the one measured on PostgreSQL 18: 26 zombies, 55 of 57 backends, 200/s served well before, 166/s
 * in trouble, 111/s after scaling out, 196/s after the fix.
 */
final class SampleStory {
    static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final int FAULT = 30;
    private static final int SCALED = 60;
    private static final int FIX = 85;
    private static final int END = 115;
    /** Seconds at which no look at the database succeeded. */
    private static final int SILENT_FROM = 70;

    private static final int SILENT_TO = 74;

    private SampleStory() {}

    /** What one instant looks like. */
    private record Now(double good, double late, double failed, double p50, double p99, int zombies, int instances) {}

    private static Now at(int second) {
        double sway = Math.sin(second * 1.7) * 3 + Math.sin(second * 0.61) * 2;
        if (second < FAULT + 1 || second > FIX + 3) {
            double shift = second > FIX ? -3 : 0;
            return new Now(
                    200 + shift + sway / 2,
                    1,
                    second > FIX ? 2 : 0,
                    0.021,
                    0.088 + sway / 500,
                    second > FIX + 8 ? 0 : second > FIX ? 3 : 0,
                    second >= SCALED && second < FIX ? 3 : 2);
        }
        if (second < SCALED) {
            int zombies = Math.min(26, (second - FAULT) * 9);
            return new Now(166 + sway * 2, 12 - sway / 2, 22 + sway / 2, 0.24, 1.9 + sway / 20, zombies, 2);
        }
        if (second < FIX) {
            return new Now(111 + sway * 2, 35, 52 - sway, 0.9, 4.6 + sway / 10, 24, 3);
        }
        return new Now(150 + (second - FIX) * 12, 20, 12, 0.2, 1.1, 14 - 3 * (second - FIX), 2);
    }

    /** Customers of one second. */
    private static List<CustomerSecond> customers(int seconds, boolean broken) {
        List<CustomerSecond> all = new ArrayList<>();
        for (int second = 0; second < seconds; second++) {
            Now now = at(broken ? second : second % 20);
            all.add(new CustomerSecond(
                    START.plusSeconds(second),
                    200,
                    now.good(),
                    now.late(),
                    now.failed(),
                    OptionalDouble.of(now.p50()),
                    OptionalDouble.of(now.p99())));
        }
        return all;
    }

    private static final class Stack {
        private final boolean broken;
        private long requests = 100_000;
        private long errors = 10;
        private long abandoned = 3;
        private long sessions = 500;
        private long commits = 500_000;
        private final Map<String, double[]> counters = new LinkedHashMap<>();

        Stack(boolean broken) {
            this.broken = broken;
        }

        Tick look(int second) {
            Now now = at(broken ? second : second % 20);
            boolean ill = broken && second > FAULT && second < FIX;
            requests += 200;
            errors += Math.round(now.failed());
            commits += Math.round(now.good() * 2);
            abandoned += ill ? 12 : 0;
            sessions += ill ? 13 : 0;
            List<InstanceReading> instances = new ArrayList<>();
            List<ServerSample> servers = new ArrayList<>();
            List<ClientBackends> clients = new ArrayList<>();
            List<DeclaredSetting> settings = new ArrayList<>();
            for (int i = 1; i <= now.instances(); i++) {
                String name = "shop-" + i;
                int zombies = now.zombies() / now.instances() + (i <= now.zombies() % now.instances() ? 1 : 0);
                int share = now.instances() == 3 ? 10 : 15;
                int total = ill ? share + (i == 1 && now.instances() == 2 ? -1 : 0) : 15 + (i + second) % 3 - 1;
                int used = ill ? total : 5 + (second + i) % 3;
                int pending = ill ? 18 + (second * i) % 7 : 0;
                instances.add(
                        new InstanceReading(name, Answer.of(instance(name, second, now, used, total, pending, ill))));
                servers.add(new ServerSample(
                        name, true, used + pending + 2, OptionalInt.of(64), 0, requests / 2, now.p50()));
                clients.add(new ClientBackends(
                        name,
                        used + zombies,
                        4,
                        0,
                        total - used,
                        0,
                        Collections.nCopies(zombies, 2.0 + (second % 3) / 2.0)));
                settings.add(new DeclaredSetting(
                        name,
                        "spring.datasource.hikari.data-source-properties.socketTimeout",
                        broken && second >= FAULT && second < FIX ? "1" : "30",
                        new Origin(name + "/application.properties", 14)));
            }
            Answer<DatabaseSample> database = broken && second >= SILENT_FROM && second < SILENT_TO
                    ? Answer.silent("postgresql: no answer within 1 s")
                    : Answer.of(new DatabaseSample(
                            60,
                            3,
                            clients,
                            new DatabaseCounters(commits, 20, commits * 12, sessions, abandoned, 0, 0),
                            Map.of("client_connection_check_interval", "0", "statement_timeout", "0")));
            int queue = ill && now.instances() == 3 ? 12 + second % 5 : 0;
            return new Tick(
                    START.plusSeconds(second),
                    Answer.of(new BalancerSample("haproxy", requests, errors, queue, 0, 0, 0, now.p50(), servers)),
                    instances,
                    database,
                    settings);
        }

        private InstanceSample instance(
                String name, int second, Now now, int used, int total, int pending, boolean ill) {
            double[] it = counters.computeIfAbsent(name, key -> new double[6]);
            double served = now.good() / now.instances();
            it[0] += served;
            it[1] += served * now.p50();
            it[2] += now.failed() / now.instances();
            it[3] += served * (ill ? 0.08 : 0.024);
            it[4] += ill ? 6.5 : 0;
            it[5] += served * (ill ? 0.15 : 0.0002);
            boolean again = broken && second >= FAULT - 1;
            return new InstanceSample(
                    again ? second >= FIX ? "2.4.2" : "2.4.1" : "2.4.0",
                    START.plusSeconds(again ? second >= FIX ? FIX - 1 : FAULT - 1 : -600),
                    Answer.of(new HttpSample(
                            (long) it[0],
                            it[1],
                            (long) it[2],
                            OptionalInt.of(used + pending),
                            OptionalInt.of(100),
                            OptionalLong.of(0))),
                    Answer.of(new PoolSample(
                            "shop",
                            used,
                            total - used,
                            total,
                            20,
                            pending,
                            ill ? (long) it[4] / 3 : 0,
                            new TimerSample((long) it[0], it[5], 0.4),
                            new TimerSample((long) it[0], it[3], 1),
                            new TimerSample((long) it[4] + 15, it[4] * 0.01, 0.03))),
                    Answer.of(new ProcessSample(it[0] * 0.004, 2)));
        }
    }

    /** An outage by a driver's socketTimeout that a deployment lowered, scaled out in vain, then mended. */
    static Story outage() {
        Stack stack = new Stack(true);
        Watch eye = new Watch(Detectors.all());
        Diagnostician diagnostician = new Diagnostician(new Watch(Detectors.all()), Hypotheses.all());
        List<Moment> moments = new ArrayList<>(List.of(
                moment(0, Moment.Kind.PHASE, "base: 200 requests a second, nothing broken"),
                moment(FAULT, Moment.Kind.PHASE, "fault: the driver's patience is cut"),
                moment(FAULT - 1, Moment.Kind.CHANGE, "shop 2.4.1 deployed to shop-1, shop-2: socketTimeout 30 → 1"),
                moment(SCALED, Moment.Kind.PHASE, "scale-out: a third instance"),
                moment(
                        SCALED,
                        Moment.Kind.MISLEADING,
                        "scaled out by one instance, on the assumption of server overload"),
                moment(FIX, Moment.Kind.PHASE, "fixed: the parameter as suggested"),
                moment(FIX, Moment.Kind.FIX, "socketTimeout set to 30 s, instances restarted, the third one removed"),
                moment(FIX + 4, Moment.Kind.RECOVERY, "customers are served as before")));
        List<Frame> frames = new ArrayList<>();
        Optional<Diagnosis> fullest = Optional.empty();
        Optional<RootCause> stated = Optional.empty();
        OptionalDouble alertAfter = OptionalDouble.empty();
        for (int second = 0; second < END; second++) {
            Tick tick = stack.look(second);
            Watching watching = eye.take(tick);
            if (!watching.seen().frames().isEmpty()) {
                frames.add(watching.seen().frames().get(watching.seen().frames().size() - 1));
            }
            if (second < FIX) {
                for (var alert : watching.fresh()) {
                    moments.add(new Moment(alert.firedAt(), Moment.Kind.ALERT, alert.title() + ": " + alert.text()));
                    if (alertAfter.isEmpty()) {
                        alertAfter = OptionalDouble.of(second - FAULT);
                    }
                }
            }
            Diagnosis diagnosis = diagnostician.take(tick);
            if (stated.isEmpty() && diagnosis.rootCause().isPresent()) {
                stated = diagnosis.rootCause();
                moments.add(
                        new Moment(tick.at(), Moment.Kind.CAUSE, stated.get().title()));
            }
            if (diagnosis.supported() && second < SCALED) {
                fullest = Optional.of(diagnosis);
            }
        }
        return new Story(
                "Database timeouts empty the pool",
                START,
                Optional.of(START.plusSeconds(FAULT)),
                START.plusSeconds(END),
                environment(),
                moments,
                customers(END, true),
                frames,
                fullest,
                new Outcome(
                        "db-timeout",
                        Optional.of("socket-timeout-too-short"),
                        alertAfter,
                        stated,
                        stated.map(it -> OptionalDouble.of(Utc.seconds(START.plusSeconds(FAULT), it.namedAt())))
                                .orElse(OptionalDouble.empty()),
                        fullest.map(it -> it.with(Verdict.CLEARED).stream()
                                        .map(one -> one.id())
                                        .toList())
                                .orElse(List.of()),
                        List.of(),
                        true,
                        OptionalDouble.of(4),
                        List.of(
                                new Outcome.PhaseGoodput("base", 200, 200),
                                new Outcome.PhaseGoodput("fault", 166, 200),
                                new Outcome.PhaseGoodput("scale-out", 111, 200),
                                new Outcome.PhaseGoodput("fixed", 196, 200)),
                        List.of(),
                        121));
    }

    /** A drill that breaks nothing and alarms nobody. */
    static Story healthy() {
        Stack stack = new Stack(false);
        Watch eye = new Watch(Detectors.all());
        List<Frame> frames = new ArrayList<>();
        for (int second = 0; second < 20; second++) {
            Watching watching = eye.take(stack.look(second));
            if (!watching.seen().frames().isEmpty()) {
                frames.add(watching.seen().frames().get(watching.seen().frames().size() - 1));
            }
        }
        return new Story(
                "Healthy control",
                START,
                Optional.empty(),
                START.plusSeconds(20),
                environment(),
                List.of(moment(0, Moment.Kind.PHASE, "base: 200 requests a second")),
                customers(20, false),
                frames,
                Optional.empty(),
                outcome(Optional.empty(), List.of(new Outcome.PhaseGoodput("base", 200, 200)), List.of()));
    }

    /** Nothing at all was measured. */
    static Story empty() {
        return new Story(
                "Nothing seen",
                START,
                Optional.empty(),
                START,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                outcome(Optional.empty(), List.of(), List.of()));
    }

    static Outcome outcome(Optional<String> expected, List<Outcome.PhaseGoodput> goodput, List<String> invalid) {
        return new Outcome(
                "healthy",
                expected,
                OptionalDouble.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                List.of(),
                List.of(),
                false,
                OptionalDouble.empty(),
                goodput,
                invalid,
                25);
    }

    static Moment moment(int second, Moment.Kind kind, String text) {
        return new Moment(START.plusSeconds(second), kind, text);
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("Load balancer", "HAProxy 2.6.12");
        environment.put("Application", "shop 2.4.0 on Java 17, HikariCP 7.1.0, pgjdbc 42.7.14; two instances");
        environment.put("Database", "PostgreSQL 18.6; max_connections 60, 3 of them reserved");
        return environment;
    }

    /** Writes the sample reports into a folder, to be looked at. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Map<String, Story> stories = Map.of("outage", outage(), "healthy", healthy(), "empty", empty());
        for (Map.Entry<String, Story> story : stories.entrySet()) {
            Files.writeString(folder.resolve(story.getKey() + ".html"), ReportHtml.write(story.getValue()));
            Files.writeString(folder.resolve(story.getKey() + ".md"), ReportMarkdown.write(story.getValue()));
        }
    }
}
