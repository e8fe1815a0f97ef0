package io.poolwright.simulate.fit;

import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.Optional;

/** Makes models from what is known. */
public final class Fit {
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
}
