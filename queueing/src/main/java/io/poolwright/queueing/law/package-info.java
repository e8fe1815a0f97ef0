/** Laws of a time or a demand: what the next one is drawn from, and what can be said of it without drawing. */
@NullMarked
package io.poolwright.queueing.law;

import org.jspecify.annotations.NullMarked;
