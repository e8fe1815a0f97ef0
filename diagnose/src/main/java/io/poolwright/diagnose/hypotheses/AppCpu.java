package io.poolwright.diagnose.hypotheses;

import io.poolwright.detect.Age;
import io.poolwright.detect.ConnectionChurn;
import io.poolwright.detect.Figure;
import io.poolwright.detect.Frame;
import io.poolwright.detect.ProcessorTimeShift;
import io.poolwright.detect.Say;
import io.poolwright.diagnose.Hypothesis;
import io.poolwright.diagnose.Remedy;
import io.poolwright.diagnose.Scene;
import io.poolwright.diagnose.Weighing;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The application itself burns the time, outside its connections.
 *
 * <p>Compared with its own past, per request: a fixed share of a core misses it on a box with no more cores to give, and
 * more requests may well cost more. Instances in their first seconds are left out, they compile.
 */
public final class AppCpu implements Hypothesis {
    private static final double DEARER = ProcessorTimeShift.FACTOR;
    private static final double CORES = ProcessorTimeShift.CORES;

    /** Processors used by the busiest instance (cores). */
    private static final Figure BUSIEST = frame -> flows(frame)
            .flatMap(flow -> flow.cpu().value().stream())
            .mapToDouble(Double::doubleValue)
            .max();
    /** Time per second that requests spent neither waiting for nor using a connection (s/s). */
    private static final Figure OFF_CONNECTIONS = ProcessorTimeShift.grown(flow -> flow.http()
            .value()
            .flatMap(http -> flow.pool().value().map(pool -> http.seconds() - pool.waitSeconds() - pool.useSeconds())));

    @Override
    public String id() {
        return "app-cpu";
    }

    @Override
    public String title() {
        return "Application code burns processor time";
    }

    @Override
    public Weighing weigh(Scene scene) {
        OptionalDouble before = scene.reference().ratio(ProcessorTimeShift.CPU, ProcessorTimeShift.COMPLETIONS);
        OptionalDouble after = scene.now().ratio(ProcessorTimeShift.CPU, ProcessorTimeShift.COMPLETIONS);
        OptionalDouble outside = outside(scene);
        return new Weighing()
                .needs(
                        scene.now().mean(BUSIEST),
                        value -> value >= CORES,
                        6,
                        value -> "the busiest instance uses %s of a core (line %s)"
                                .formatted(Say.percent(value), Say.percent(CORES)),
                        value -> "the busiest instance uses %s of a core (line %s)"
                                .formatted(Say.percent(value), Say.percent(CORES)),
                        "processor time of an instance that is past its first 15 s (process_cpu_time_ns_total)")
                .needs(
                        Scene.quotient(after, before),
                        value -> value >= DEARER,
                        8,
                        value -> "a request costs %s of processor time, it cost %s (%s, line %s)"
                                .formatted(
                                        Say.time(after.orElse(0)),
                                        Say.time(before.orElse(0)),
                                        Say.times(value),
                                        Say.times(DEARER)),
                        value -> "a request costs %s of processor time, as before (%s, line %s)"
                                .formatted(Say.time(after.orElse(0)), Say.times(value), Say.times(DEARER)),
                        "processor time per request now and before")
                .needs(
                        outside,
                        value -> value >= 0.010,
                        8,
                        value -> "%s more per request is spent in the application and not on a connection"
                                .formatted(Say.time(value)),
                        value -> "%s more per request is spent off the connections (line 10 ms)"
                                .formatted(Say.time(value)),
                        "time per request, wait and time in use, now and before")
                .weakens(
                        scene.now().mean(ConnectionChurn.REPLACED),
                        value -> value >= 1,
                        10,
                        value -> "the pools open %s connections: each handshake costs processor time too"
                                .formatted(Say.rate(value)));
    }

    @Override
    public Optional<Remedy> remedy(Scene scene) {
        OptionalDouble before = scene.reference().ratio(ProcessorTimeShift.CPU, ProcessorTimeShift.COMPLETIONS);
        OptionalDouble after = scene.now().ratio(ProcessorTimeShift.CPU, ProcessorTimeShift.COMPLETIONS);
        OptionalDouble fresh = scene.fresh();
        if (before.isEmpty() || after.isEmpty() || fresh.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Remedy(
                "application code",
                "the code path that is new in the processor profile of any instance",
                "%s of processor time per request".formatted(Say.time(after.getAsDouble())),
                "%s per request, as before".formatted(Say.time(before.getAsDouble())),
                "%s × %s = %s cores in all; pools and database have room, so no pool setting helps; more cores do"
                        .formatted(
                                Say.rate(fresh.getAsDouble()),
                                Say.time(after.getAsDouble()),
                                Say.number(fresh.getAsDouble() * after.getAsDouble()))));
    }

    /** Growth of the time per request that is neither waiting for nor using a connection (s). */
    private static OptionalDouble outside(Scene scene) {
        OptionalDouble now = scene.now().ratio(OFF_CONNECTIONS, ProcessorTimeShift.COMPLETIONS);
        OptionalDouble before = scene.reference().ratio(OFF_CONNECTIONS, ProcessorTimeShift.COMPLETIONS);
        return now.isPresent() && before.isPresent()
                ? OptionalDouble.of(now.getAsDouble() - before.getAsDouble())
                : OptionalDouble.empty();
    }

    /** The instances that are past their first seconds. */
    private static Stream<Frame.Flow> flows(Frame frame) {
        return frame.services().stream()
                .filter(service -> Age.grown(frame, service))
                .flatMap(service -> service.flow().value().stream());
    }
}
