package io.poolwright.simulate.validation;

/**
 * A rule of the simulator, broken in its source.
 *
 * @param validation number of the one that must notice
 * @param rule what is broken
 * @param file from the root of the project
 * @param snippet what stands there, exactly once
 * @param replacement what stands there instead
 */
record Mutation(int validation, String rule, String file, String snippet, String replacement) {
    private static final String RUN = "simulate/src/main/java/io/poolwright/simulate/run/";
    private static final String ENGINE = "queueing/src/main/java/io/poolwright/queueing/engine/";
    private static final String LAW = "queueing/src/main/java/io/poolwright/queueing/law/";

    static Mutation ofRun(int validation, String rule, String file, String snippet, String replacement) {
        return new Mutation(validation, rule, RUN + file, snippet, replacement);
    }

    static Mutation ofEngine(int validation, String rule, String file, String snippet, String replacement) {
        return new Mutation(validation, rule, ENGINE + file, snippet, replacement);
    }

    static Mutation ofLaw(int validation, String rule, String file, String snippet, String replacement) {
        return new Mutation(validation, rule, LAW + file, snippet, replacement);
    }

    @Override
    public String toString() {
        return validation + " " + rule;
    }
}
