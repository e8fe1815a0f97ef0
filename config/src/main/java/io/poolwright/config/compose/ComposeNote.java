package io.poolwright.config.compose;

import io.poolwright.model.Origin;

/**
 * Something in a compose file that could not be followed, so that a part of it is not known.
 *
 * @param origin where it is written
 * @param what what is missing, as a clause for people
 */
public record ComposeNote(Origin origin, String what) {}
