/** Follows log files line by line, through rotation and truncation, and never reads more than its share in one look. */
@NullMarked
package io.poolwright.telemetry.log;

import org.jspecify.annotations.NullMarked;
