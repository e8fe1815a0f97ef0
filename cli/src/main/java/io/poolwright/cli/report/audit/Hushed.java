package io.poolwright.cli.report.audit;

import io.poolwright.audit.suppress.Suppression;

/** A finding that a comment keeps quiet. */
public record Hushed(Told told, Suppression by) {}
