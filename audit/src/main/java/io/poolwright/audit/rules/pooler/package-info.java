/** Rules about PgBouncer and ProxySQL. */
@NullMarked
package io.poolwright.audit.rules.pooler;

import org.jspecify.annotations.NullMarked;
