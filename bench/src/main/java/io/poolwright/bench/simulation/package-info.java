/** The simulator's speed, beside other engines that simulate the same queue in the same run. */
@NullMarked
package io.poolwright.bench.simulation;

import org.jspecify.annotations.NullMarked;
