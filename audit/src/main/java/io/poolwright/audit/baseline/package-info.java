/** Findings that were known on a day, kept in a file, so that only new ones speak up. */
@NullMarked
package io.poolwright.audit.baseline;

import org.jspecify.annotations.NullMarked;
