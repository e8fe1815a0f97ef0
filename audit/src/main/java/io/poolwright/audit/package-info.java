/** Judges what is configured. */
@NullMarked
package io.poolwright.audit;

import org.jspecify.annotations.NullMarked;
