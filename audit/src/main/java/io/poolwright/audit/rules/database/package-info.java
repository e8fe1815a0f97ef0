/** Rules about database servers and the sums of connections that reach them. */
@NullMarked
package io.poolwright.audit.rules.database;

import org.jspecify.annotations.NullMarked;
