package io.poolwright.diagnose.hypotheses;

import io.poolwright.detect.Figures;
import io.poolwright.detect.Frame;
import io.poolwright.detect.Say;
import io.poolwright.diagnose.Hypothesis;
import io.poolwright.diagnose.Scene;
import io.poolwright.diagnose.Weighing;
import io.poolwright.model.ProcessSample;
import java.util.OptionalDouble;

/**
 * The servers have no processor time left.
 *
 * <p>The first suspect of the July 2023 outage, answered by scaling out, which made it worse. Cleared only by every
 * instance's own processor time, not by an average over them, and not by the whole machine's, which others use too.
 */
public final class ServerOverload implements Hypothesis {
    private static final double LINE = 0.7;

    @Override
    public String id() {
        return "server-overload";
    }

    @Override
    public String title() {
        return "Server overload";
    }

    @Override
    public Weighing weigh(Scene scene) {
        OptionalDouble busiest = scene.now().frames().isEmpty()
                ? OptionalDouble.empty()
                : allMeasured(scene) ? scene.now().mean(ServerOverload::share) : OptionalDouble.empty();
        return new Weighing()
                .needs(
                        busiest,
                        value -> value >= LINE,
                        20,
                        value -> "the busiest instance uses %s of its processors (line %s)"
                                .formatted(Say.percent(value), Say.percent(LINE)),
                        value -> "the busiest instance uses %s of its processors (line %s)"
                                .formatted(Say.percent(value), Say.percent(LINE)),
                        "processor time of every instance (process_cpu_time_ns_total, system_cpu_count)")
                .supports(
                        scene.growth(Figures.CPU, Figures.COMPLETIONS),
                        value -> value >= 1.5,
                        2,
                        value -> "a request costs %s the processor time".formatted(Say.times(value)));
    }

    /** An instance that is silent may be the hot one. */
    private static boolean allMeasured(Scene scene) {
        Frame last = scene.now().frames().get(scene.now().frames().size() - 1);
        return !last.services().isEmpty()
                && last.services().stream().allMatch(service -> service.flow()
                        .value()
                        .flatMap(flow -> flow.cpu().value())
                        .isPresent());
    }

    private static OptionalDouble share(Frame frame) {
        return frame.services().stream()
                .flatMap(service -> service.now().value().stream()
                        .flatMap(sample -> sample.process().value().stream())
                        .map(ProcessSample::cores)
                        .flatMap(cores -> service.flow().value().stream()
                                .flatMap(flow -> flow.cpu().value().stream())
                                .map(used -> used / cores)))
                .mapToDouble(Double::doubleValue)
                .max();
    }
}
