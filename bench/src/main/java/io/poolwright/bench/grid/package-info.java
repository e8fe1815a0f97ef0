/** The real stack of the drills, run at many settings, so that predictions have something to be held against. */
@NullMarked
package io.poolwright.bench.grid;

import org.jspecify.annotations.NullMarked;
