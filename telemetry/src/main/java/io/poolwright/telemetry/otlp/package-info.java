/** Takes the metrics that processes push in OpenTelemetry's protocol. */
@NullMarked
package io.poolwright.telemetry.otlp;

import org.jspecify.annotations.NullMarked;
