package io.poolwright.audit;

import io.poolwright.model.Origin;

/**
 * Another place that takes part in a finding.
 *
 * @param role what stands there, such as {@code the pool's maximum, 20}
 */
public record Related(Origin at, String role) {}
