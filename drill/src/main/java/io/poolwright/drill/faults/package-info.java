/** The faults that a drill brings about and puts right, one class each. */
@NullMarked
package io.poolwright.drill.faults;

import org.jspecify.annotations.NullMarked;
