/** Rules about database drivers. */
@NullMarked
package io.poolwright.audit.rules.driver;

import org.jspecify.annotations.NullMarked;
