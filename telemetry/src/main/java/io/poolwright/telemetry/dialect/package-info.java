/** How products call their pools' numbers on a metrics page: one small class for each. */
@NullMarked
package io.poolwright.telemetry.dialect;

import org.jspecify.annotations.NullMarked;
