/** What files say about the stack that is watched, held against what the running products tell. */
@NullMarked
package io.poolwright.watch.configured;

import org.jspecify.annotations.NullMarked;
