package io.poolwright.cli.simulate;

import io.poolwright.cli.UnmetNeedException;

/** A stack made of its configuration and of a recording. */
final class Fitted {
    private Fitted() {}

    static Subject of(Asked asked) {
        throw new UnmetNeedException("no model can be made of %s yet".formatted(asked.paths()));
    }
}
