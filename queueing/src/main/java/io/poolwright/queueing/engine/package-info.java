/** An engine for discrete events: deterministic by seed, on plain arrays, without an allocation for an event. */
@NullMarked
package io.poolwright.queueing.engine;

import org.jspecify.annotations.NullMarked;
