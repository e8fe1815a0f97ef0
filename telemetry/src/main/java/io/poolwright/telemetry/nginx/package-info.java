/** Reads what nginx tells: the page of its status module, and the times in its access log. */
@NullMarked
package io.poolwright.telemetry.nginx;

import org.jspecify.annotations.NullMarked;
