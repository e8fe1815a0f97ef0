/** Applies suggested changes to texts, line by line, and shows what they would do. */
@NullMarked
package io.poolwright.audit.fix;

import org.jspecify.annotations.NullMarked;
