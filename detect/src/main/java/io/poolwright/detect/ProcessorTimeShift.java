package io.poolwright.detect;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A request costs two and a half times the processor time that it cost, and a quarter of a core or more is used, over four
 * looks.
 *
 * <p>Per request and against its own past: more requests may well cost more. Instances in their first seconds are left out,
 * they compile.
 */
public final class ProcessorTimeShift implements Detector {
    /** How many times its past. */
    public static final double FACTOR = 2.5;
    /** Processors used together (cores). */
    public static final double CORES = 0.25;

    static final int SPAN = 4;

    /** Processors that the instances past their first seconds use (cores). */
    public static final Figure CPU = grown(flow -> flow.cpu().value());
    /** Requests that those instances answer (1/s). */
    public static final Figure COMPLETIONS = grown(flow -> flow.http().value().map(Frame.HttpFlow::requests));

    @Override
    public String id() {
        return "processor-time-shift";
    }

    @Override
    public String title() {
        return "Requests cost more processor time";
    }

    @Override
    public Optional<String> look(Window seen, Window reference) {
        Window span = seen.last(SPAN);
        OptionalDouble before = reference.ratio(CPU, COMPLETIONS);
        OptionalDouble now = span.ratio(CPU, COMPLETIONS);
        OptionalDouble used = span.mean(CPU);
        if (before.isEmpty()
                || now.isEmpty()
                || used.isEmpty()
                || used.getAsDouble() < CORES
                || now.getAsDouble() < FACTOR * before.getAsDouble()) {
            return Optional.empty();
        }
        return Optional.of("a request costs %s of processor time in the application, it cost %s (%s)"
                .formatted(
                        Say.time(now.getAsDouble()),
                        Say.time(before.getAsDouble()),
                        Say.times(now.getAsDouble() / Math.max(1e-9, before.getAsDouble()))));
    }

    /** One part of an instance over another only where the instance tells all of them. */
    private static boolean whole(Frame.Flow flow) {
        return flow.cpu().value().isPresent()
                && flow.http().value().isPresent()
                && flow.pool().value().isPresent();
    }

    /** A sum over the instances that are past their first seconds and tell everything. */
    public static Figure grown(Function<Frame.Flow, Optional<Double>> question) {
        return frame -> {
            List<Double> known = frame.services().stream()
                    .filter(service -> Age.grown(frame, service))
                    .flatMap(service -> service.flow().value().stream())
                    .filter(ProcessorTimeShift::whole)
                    .map(question)
                    .flatMap(Optional::stream)
                    .toList();
            return known.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(
                            known.stream().mapToDouble(Double::doubleValue).sum());
        };
    }
}
