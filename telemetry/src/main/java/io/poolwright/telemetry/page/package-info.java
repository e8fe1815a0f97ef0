/** Turns a page of metrics into readings of the pools that it tells of, whatever product wrote it. */
@NullMarked
package io.poolwright.telemetry.page;

import org.jspecify.annotations.NullMarked;
