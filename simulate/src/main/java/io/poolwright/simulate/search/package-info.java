/** Questions that take many runs: how far a stack is from its load line, and which change would bring it back. */
@NullMarked
package io.poolwright.simulate.search;

import org.jspecify.annotations.NullMarked;
