/** Reads {@code nginx.conf} and what it includes. */
@NullMarked
package io.poolwright.config.nginx;

import org.jspecify.annotations.NullMarked;
