/** Reads the status of a PHP-FPM pool, from its FastCGI socket or through a web server. */
@NullMarked
package io.poolwright.telemetry.phpfpm;

import org.jspecify.annotations.NullMarked;
