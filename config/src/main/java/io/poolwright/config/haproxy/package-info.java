/** Reads {@code haproxy.cfg}. */
@NullMarked
package io.poolwright.config.haproxy;

import org.jspecify.annotations.NullMarked;
