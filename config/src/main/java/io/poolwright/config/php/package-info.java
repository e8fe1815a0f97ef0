/** Reads {@code php.ini} and the pool files of PHP-FPM. */
@NullMarked
package io.poolwright.config.php;

import org.jspecify.annotations.NullMarked;
