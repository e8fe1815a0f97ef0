/** Reads what a JVM service says about itself on its metrics page. */
@NullMarked
package io.poolwright.telemetry.jvm;

import org.jspecify.annotations.NullMarked;
