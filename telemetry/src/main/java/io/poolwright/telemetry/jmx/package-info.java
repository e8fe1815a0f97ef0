/** Looks into a running JVM over JMX: pools, request threads, the process; reads named attributes and nothing else. */
@NullMarked
package io.poolwright.telemetry.jmx;

import org.jspecify.annotations.NullMarked;
