/** Rules about connection pools inside applications. */
@NullMarked
package io.poolwright.audit.rules.pool;

import org.jspecify.annotations.NullMarked;
