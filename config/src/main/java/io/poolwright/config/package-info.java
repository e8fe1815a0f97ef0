/** Reads what is configured, line by line. */
@NullMarked
package io.poolwright.config;

import org.jspecify.annotations.NullMarked;
