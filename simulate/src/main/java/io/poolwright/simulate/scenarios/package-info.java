/** Stacks that went down in a known way, as models: to show, to learn from, and to hold the simulator to. */
@NullMarked
package io.poolwright.simulate.scenarios;

import org.jspecify.annotations.NullMarked;
