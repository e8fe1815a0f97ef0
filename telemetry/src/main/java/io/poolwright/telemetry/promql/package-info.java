/** Asks a Prometheus that is already there for what it scraped. */
@NullMarked
package io.poolwright.telemetry.promql;

import org.jspecify.annotations.NullMarked;
