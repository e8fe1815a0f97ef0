/** One hypothesis, one file: what must be true, what it weighs, and the parameter to change. */
@NullMarked
package io.poolwright.diagnose.hypotheses;

import org.jspecify.annotations.NullMarked;
