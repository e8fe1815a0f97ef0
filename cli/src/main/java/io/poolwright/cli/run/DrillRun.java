package io.poolwright.cli.run;

import io.poolwright.cli.UnmetNeedException;
import io.poolwright.cli.report.CustomerSecond;
import io.poolwright.cli.report.Outcome;
import io.poolwright.cli.report.Story;
import io.poolwright.cli.terminal.Screen;
import io.poolwright.detect.Detectors;
import io.poolwright.detect.Watch;
import io.poolwright.diagnose.Diagnostician;
import io.poolwright.diagnose.hypotheses.Hypotheses;
import io.poolwright.drill.BalancerKind;
import io.poolwright.drill.ExternalDatabase;
import io.poolwright.drill.Load;
import io.poolwright.drill.RunningStack;
import io.poolwright.drill.StackOptions;
import io.poolwright.drill.load.LoadGenerator;
import io.poolwright.drill.load.LoadPlan;
import io.poolwright.drill.load.LoadSecond;
import io.poolwright.drill.load.RetryPolicy;
import io.poolwright.drill.play.Drill;
import io.poolwright.drill.play.Proposal;
import io.poolwright.model.Tick;
import io.poolwright.telemetry.Sampler;
import io.poolwright.telemetry.postgres.PostgresActivity;
import io.poolwright.telemetry.recording.RecordingWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** One drill, from an empty machine to the written report. */
public final class DrillRun {
    /** Cold processes show latencies of seconds in their first ones; then they must have served well for a while. */
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    /** A machine so busy that it takes longer than this cannot be measured on. */
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(25);

    private static final double WARM = 0.9;
    /** A fifth of the half second by which customers judge; a generator that is later measures itself. */
    private static final Duration LAG_LIMIT = Duration.ofMillis(100);

    private final Drill drill;
    private final Setup setup;
    private final Screen screen;
    private final Predicate<Proposal> consent;
    private final Clock clock;

    /**
     * What a run is made of beside the drill.
     *
     * @param folder where it leaves its report; must not exist
     * @param balancer which load balancer
     * @param database a PostgreSQL server to use; empty for one of our own
     * @param port TCP port for customers; empty for one that is free
     */
    public record Setup(
            RunFolder folder, BalancerKind balancer, Optional<ExternalDatabase> database, OptionalInt port) {}

    /**
     * A run that is ready to start.
     *
     * @param consent asked before the proposed change is applied
     */
    public DrillRun(Drill drill, Setup setup, Screen screen, Predicate<Proposal> consent, Clock clock) {
        this.drill = drill;
        this.setup = setup;
        this.screen = screen;
        this.consent = consent;
        this.clock = clock;
    }

    /**
     * How a run ended, as people and programs read it.
     *
     * @param outcome the figures
     * @param json the same for programs
     */
    public record Ended(Outcome outcome, String json) {}

    /** Plays it. Whatever happens, nothing that was started goes on running. */
    public Ended play() throws IOException {
        Instant began = clock.instant();
        try {
            Files.createDirectories(setup.folder().path());
        } catch (IOException e) {
            throw new UnmetNeedException(
                    "cannot make the folder %s for the report: %s; write: --out FOLDER with one that you may write to"
                            .formatted(setup.folder().path(), e.getMessage()));
        }
        Board board = new Board();
        Logbook logbook = new Logbook(clock);
        StackOptions options = new StackOptions(
                setup.folder().path(), setup.balancer(), setup.port(), setup.database(), screen::progress);
        try (RunningStack stack = RunningStack.start(options);
                PostgresActivity database = Watched.database(stack);
                Sampler sampler = Watched.sampler(stack, database, clock);
                RecordingWriter recording =
                        RecordingWriter.create(setup.folder().recording(), clock.instant())) {
            LoadPlan plan = LoadPlan.post(stack.entry(), drill.rate())
                    .withCallers(Duration.ofSeconds(10), RetryPolicy.none())
                    .withGoodWithin(Duration.ofMillis(500))
                    .withLagLimit(LAG_LIMIT);
            try (LoadGenerator load = LoadGenerator.start(plan, second -> post(board, second));
                    Observation observation = new Observation(
                            () -> Watched.look(sampler, stack),
                            tick -> write(recording, tick),
                            new Diagnostician(new Watch(Detectors.all()), Hypotheses.all()),
                            board,
                            logbook,
                            screen)) {
                Theatre stage = new Theatre(stack, customers(load), board, logbook, screen, consent);
                drill.prepare(stage);
                warmUp(board);
                observation.start();
                Instant started = clock.instant();
                drill.play(stage);
                Instant ended = clock.instant();
                Map<String, Double> cpu = CpuTime.perMinute(Duration.between(began, ended));
                observation.stop();
                return write(new Played(stack, load, observation, board, logbook, began, started, ended), cpu);
            }
        }
    }

    private void warmUp(Board board) {
        screen.progress("warming up");
        board.await(WARM_UP, () -> false);
        if (!board.await(LONGEST_WARM_UP, () -> warm(board.customers()))) {
            throw new UnmetNeedException(
                    "customers are not served well after %d s, before anything was broken: the machine is too busy; free it, or try again later"
                            .formatted(LONGEST_WARM_UP.plus(WARM_UP).toSeconds()));
        }
        board.forgetCustomers();
    }

    private static boolean warm(List<CustomerSecond> customers) {
        int steady = Theatre.STEADY;
        return customers.size() >= steady
                && customers.subList(customers.size() - steady, customers.size()).stream()
                        .allMatch(second -> second.good() >= WARM * second.offered() && second.offered() > 0);
    }

    private record Played(
            RunningStack stack,
            LoadGenerator load,
            Observation observation,
            Board board,
            Logbook logbook,
            Instant began,
            Instant started,
            Instant ended) {}

    private Ended write(Played played, Map<String, Double> cpu) throws IOException {
        Outcome outcome = Verdicts.of(
                drill,
                played.logbook(),
                played.observation().chronicle(),
                played.load().between(played.started(), played.ended()),
                played.observation().frames(),
                played.board().customers(),
                played.started(),
                played.ended(),
                Duration.between(played.began(), clock.instant()));
        Story story = new Story(
                drill.title(),
                played.started(),
                played.logbook().onsetAt(),
                played.ended(),
                Environment.of(played.stack()),
                played.logbook().moments(),
                played.board().customers(),
                played.observation().frames(),
                played.observation().chronicle().conclusion(),
                outcome);
        String json = Json.outcome(outcome, setup.folder(), cpu);
        RunFolder folder = setup.folder();
        Files.writeString(
                folder.diagnosis(), Json.diagnosis(played.observation().chronicle()));
        Files.writeString(folder.result(), json);
        Reports.write(story, folder);
        return new Ended(outcome, json);
    }

    private static Load customers(LoadGenerator load) {
        return new Load() {
            @Override
            public void rate(double perSecond) {
                load.rate(perSecond);
            }

            @Override
            public void clientRetries(int n) {
                load.retries(n == 0 ? RetryPolicy.none() : RetryPolicy.immediate(n));
            }
        };
    }

    private static void post(Board board, LoadSecond second) {
        double length = Math.max(0.001, second.length().toMillis() / 1000.0);
        board.post(new CustomerSecond(
                second.start(),
                second.offered() / length,
                second.good() / length,
                second.late() / length,
                second.failures() / length,
                second.p50(),
                second.p99()));
    }

    private static void write(RecordingWriter recording, Tick tick) {
        try {
            recording.write(tick);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the recording: " + e.getMessage(), e);
        }
    }

    /** The files that a run leaves, for the last words. */
    public List<String> files() {
        return List.of(
                setup.folder().html().toString(),
                setup.folder().markdown().toString(),
                setup.folder().recording().toString());
    }
}
