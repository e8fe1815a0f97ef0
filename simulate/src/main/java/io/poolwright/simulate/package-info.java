/** The words of the simulator: what a stack is told, what happens to it, and what came of it. */
@NullMarked
package io.poolwright.simulate;

import org.jspecify.annotations.NullMarked;
