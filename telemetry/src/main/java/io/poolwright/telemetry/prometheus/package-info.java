/** Reads a page of metrics in the Prometheus text format, fast when its series are known from the page before. */
@NullMarked
package io.poolwright.telemetry.prometheus;

import org.jspecify.annotations.NullMarked;
