/** What a simulation, a plan and a gate say: as text, for programs, and as one HTML page. */
@NullMarked
package io.poolwright.cli.report.simulate;

import org.jspecify.annotations.NullMarked;
