/** Reads sections of keys and values with their lines, and follows includes within bounds. */
@NullMarked
package io.poolwright.config.ini;

import org.jspecify.annotations.NullMarked;
