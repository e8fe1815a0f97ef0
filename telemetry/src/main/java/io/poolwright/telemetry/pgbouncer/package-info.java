/** Reads what PgBouncer's console says about its pools; only SHOW commands that do not hold it up. */
@NullMarked
package io.poolwright.telemetry.pgbouncer;

import org.jspecify.annotations.NullMarked;
