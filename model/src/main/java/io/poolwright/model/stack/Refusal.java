package io.poolwright.model.stack;

import io.poolwright.model.Origin;

/**
 * A file that its product would refuse, so that nothing of it is in force.
 *
 * @param at where the fault stands
 * @param reason what was found, what is accepted and what to write
 */
public record Refusal(Origin at, String reason) {}
