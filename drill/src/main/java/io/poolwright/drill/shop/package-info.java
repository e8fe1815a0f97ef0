/** The application of a drill's stack: a small shop, in a process of its own. */
@NullMarked
package io.poolwright.drill.shop;

import org.jspecify.annotations.NullMarked;
