/** The files that are audited: where they come from, and that reading them stays within bounds. */
@NullMarked
package io.poolwright.config.source;

import org.jspecify.annotations.NullMarked;
