/** Holds the simulator against the table of the real stack. */
@NullMarked
package io.poolwright.cli.fidelity;

import org.jspecify.annotations.NullMarked;
