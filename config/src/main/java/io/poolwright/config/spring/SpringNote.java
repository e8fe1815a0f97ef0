package io.poolwright.config.spring;

import io.poolwright.model.Origin;

/**
 * Something that takes part in an environment and that we did not read, such as a configuration server.
 *
 * @param what for people
 * @param mayHide whether it may set any property, so that "not set here" does not mean "not set"
 */
public record SpringNote(Origin origin, String what, boolean mayHide) {}
