/** An open-model HTTP load generator that runs the same client model as the simulator and hides no waiting. */
@NullMarked
package io.poolwright.drill.load;

import org.jspecify.annotations.NullMarked;
