/** Compares the same stack in several environments, setting by setting. */
@NullMarked
package io.poolwright.audit.drift;

import org.jspecify.annotations.NullMarked;
