package io.poolwright.cli.report.audit;

import io.poolwright.audit.solve.Solution;

/** The consistent set of values for one environment. */
public record Solved(String environment, Solution solution) {}
