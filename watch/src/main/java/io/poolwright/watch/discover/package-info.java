/** Finds what can be watched in a folder of configuration, and writes it down as targets. */
@NullMarked
package io.poolwright.watch.discover;

import org.jspecify.annotations.NullMarked;
