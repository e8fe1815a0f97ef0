/** Whether a change made a stack worse: two measurements against each other, or two models. */
@NullMarked
package io.poolwright.simulate.compare;

import org.jspecify.annotations.NullMarked;
