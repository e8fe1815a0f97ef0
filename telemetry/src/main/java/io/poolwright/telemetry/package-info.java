/** Reads what is happening: one collector per source. */
@NullMarked
package io.poolwright.telemetry;

import org.jspecify.annotations.NullMarked;
