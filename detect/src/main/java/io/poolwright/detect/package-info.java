/** From samples to symptoms: pure functions of what was read. */
@NullMarked
package io.poolwright.detect;

import org.jspecify.annotations.NullMarked;
