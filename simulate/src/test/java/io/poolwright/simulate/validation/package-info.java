/** The simulator beside the closed forms: sixteen systems whose answer is known, and what must break each of them. */
@NullMarked
package io.poolwright.simulate.validation;

import org.jspecify.annotations.NullMarked;
