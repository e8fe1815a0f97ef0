/** Talks to a socket, TCP or Unix, within a deadline and a limit on what it says. */
@NullMarked
package io.poolwright.telemetry.wire;

import org.jspecify.annotations.NullMarked;
