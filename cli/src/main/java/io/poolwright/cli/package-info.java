/** The commands, and the wiring between what reads, thinks and does. */
@NullMarked
package io.poolwright.cli;

import org.jspecify.annotations.NullMarked;
