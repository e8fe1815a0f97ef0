package io.poolwright.simulate.validation;

/** How much is run: the light loads in every build, the heavy ones when they are asked for. */
enum Depth {
    QUICK,
    EXHAUSTIVE
}
