package io.poolwright.cli.report;

/**
 * Something to do so that it does not come back.
 *
 * @param area what sort of measure
 * @param task what to do, one sentence
 */
record Measure(String area, String task) {
    /** Nobody is named by a machine. */
    static final String OWNER = "owner: to be named";

    static final String DUE = "due: to be agreed";
}
