/** Keeps ticks in a file, one line each, and gives them back exactly. */
@NullMarked
package io.poolwright.telemetry.recording;

import org.jspecify.annotations.NullMarked;
