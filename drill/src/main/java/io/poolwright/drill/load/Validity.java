package io.poolwright.drill.load;

/** Whether a report measures the target, or its own generator. */
public sealed interface Validity {

    /** The generator kept its schedule. */
    record Valid() implements Validity {}

    /** The figures must not be used. */
    record Invalid(String why) implements Validity {}
}
