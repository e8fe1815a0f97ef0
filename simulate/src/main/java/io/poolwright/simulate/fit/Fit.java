package io.poolwright.simulate.fit;

import io.poolwright.model.DeclaredSetting;
import io.poolwright.model.InstanceSample;
import io.poolwright.model.PoolSample;
import io.poolwright.model.Tick;
import io.poolwright.model.stack.Settings;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.Optional;

/** Makes models from what is known. */
public final class Fit {
    private static final long SEED = 20_260_101;

    private Fit() {}

    /** The programs of a stack that can be modelled, by the names that {@link #fromConfiguration} takes. */
    public static List<String> services(Stack stack) {
        return Programs.in(stack).stream().map(Program::name).toList();
    }

    /**
     * The model that the files of a stack describe.
     *
     * @param service which program; may be left out when there is only one
     * @throws FitException when there is no such program, or it is not said which of several
     */
    public static FittedModel fromConfiguration(Stack stack, Optional<String> service) {
        Program program = Programs.chosen(stack, service);
        return Configured.facts(stack, program).fitted(program.name(), List.of(), DataQuality.NONE);
    }

    /**
     * The model of what was recorded, and nothing else.
     *
     * @param ticks as they were recorded, in order of time
     * @param whole whether the whole recording counts; else its calm stretches only, if there are enough
     */
    public static FittedModel fromRecording(List<Tick> ticks, boolean whole) {
        Facts facts = new Facts();
        DeclaredClients.into(Settings.NONE, facts);
        return Recorded.fit(name(ticks), facts, ticks, whole, SEED);
    }

    /**
     * The model that the files of a stack describe, with what was recorded of it: what was in force beats what is written, and what
     * was measured beats what was declared.
     *
     * @param service which program; may be left out when there is only one
     * @param ticks as they were recorded, in order of time
     * @param whole whether the whole recording counts; else its calm stretches only, if there are enough
     * @throws FitException when there is no such program, or it is not said which of several
     */
    public static FittedModel fromBoth(Stack stack, Optional<String> service, List<Tick> ticks, boolean whole) {
        Program program = Programs.chosen(stack, service);
        return Recorded.fit(program.name(), Configured.facts(stack, program), ticks, whole, SEED);
    }

    /** The name that the application gives itself, or its pool. */
    private static String name(List<Tick> ticks) {
        return ticks.stream()
                .flatMap(tick -> tick.settings().stream())
                .filter(setting -> setting.name().equals("spring.application.name"))
                .map(DeclaredSetting::value)
                .findFirst()
                .or(() -> ticks.stream()
                        .flatMap(tick -> tick.instances().stream())
                        .flatMap(reading ->
                                reading.sample().flatMap(InstanceSample::pool).value().map(PoolSample::name).stream())
                        .findFirst())
                .orElse("stack");
    }
}
