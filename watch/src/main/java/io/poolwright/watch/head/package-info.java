/** What every pool does now, and did in the last quarter of an hour, kept in memory. */
@NullMarked
package io.poolwright.watch.head;

import org.jspecify.annotations.NullMarked;
