/** A real stack that can be taken down and put right. */
@NullMarked
package io.poolwright.drill;

import org.jspecify.annotations.NullMarked;
