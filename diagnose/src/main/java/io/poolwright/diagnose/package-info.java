/** From symptoms to one parameter: hypotheses, evidence, verdicts. */
@NullMarked
package io.poolwright.diagnose;

import org.jspecify.annotations.NullMarked;
