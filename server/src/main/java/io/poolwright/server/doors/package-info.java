/** Who may come in, and through which route. */
@NullMarked
package io.poolwright.server.doors;

import org.jspecify.annotations.NullMarked;
