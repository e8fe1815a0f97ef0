/** Makes the model of a stack from what is known of it: its configuration, and what was seen while it ran. */
@NullMarked
package io.poolwright.simulate.fit;

import org.jspecify.annotations.NullMarked;
