/** What a live stack is seen to do: pools of every kind, the signals of one look, and the measures between two. */
@NullMarked
package io.poolwright.model.live;

import org.jspecify.annotations.NullMarked;
