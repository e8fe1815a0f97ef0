/** Drills as they are played: phases, decoys, the wrong remedy, the fix. One drill, one file. */
@NullMarked
package io.poolwright.drill.play;

import org.jspecify.annotations.NullMarked;
