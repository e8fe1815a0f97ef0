/** Closed forms of queueing theory; rates in 1/s, times in seconds. */
@NullMarked
package io.poolwright.queueing;

import org.jspecify.annotations.NullMarked;
