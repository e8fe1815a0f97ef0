package io.poolwright.cli.report;

/**
 * One labelled statement.
 *
 * @param label what it is about
 * @param text what is to be said
 */
record Fact(String label, String text) {}
