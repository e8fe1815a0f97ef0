/** Judges any single pool of any product at any interval between looks, and folds what they say into one trouble per cause. */
@NullMarked
package io.poolwright.detect.pool;

import org.jspecify.annotations.NullMarked;
