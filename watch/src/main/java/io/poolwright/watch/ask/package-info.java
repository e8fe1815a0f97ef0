/** How each kind of target is asked. */
@NullMarked
package io.poolwright.watch.ask;

import org.jspecify.annotations.NullMarked;
