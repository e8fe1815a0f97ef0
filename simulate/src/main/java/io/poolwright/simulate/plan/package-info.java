/** What the sizes and time limits of a stack should be, how to get there one step at a time, or why that cannot be told. */
@NullMarked
package io.poolwright.simulate.plan;

import org.jspecify.annotations.NullMarked;
