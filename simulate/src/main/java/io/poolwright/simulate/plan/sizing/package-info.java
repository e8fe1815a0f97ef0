/** How good a pool size is, by what was measured at every size; and which sizes the usual rules would have given. */
@NullMarked
package io.poolwright.simulate.plan.sizing;

import org.jspecify.annotations.NullMarked;
