/** Fetches one page over plain HTTP within a deadline. */
@NullMarked
package io.poolwright.telemetry.http;

import org.jspecify.annotations.NullMarked;
