/** Reads the plain {@code .properties} syntax, with lines. */
@NullMarked
package io.poolwright.config.properties;

import org.jspecify.annotations.NullMarked;
