/** Reads PgBouncer's file and the environment of its images. */
@NullMarked
package io.poolwright.config.pgbouncer;

import org.jspecify.annotations.NullMarked;
