/** Computes one consistent set of times and sizes from the outermost budget and the database's slots. */
@NullMarked
package io.poolwright.audit.solve;

import org.jspecify.annotations.NullMarked;
