package io.poolwright.cli.report.simulate;

import io.poolwright.simulate.search.Outcome;

/**
 * What the stack does at one value of a load or a size.
 *
 * @param at requests a second, or connections of a pool
 * @param outcome of the runs there
 */
public record LoadPoint(double at, Outcome outcome) {}
