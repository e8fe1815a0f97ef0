/** Reads the PHP files in which WordPress is configured: constants, ini settings and includes. */
@NullMarked
package io.poolwright.config.wordpress;

import org.jspecify.annotations.NullMarked;
