/** Reads proxysql.cnf. */
@NullMarked
package io.poolwright.config.proxysql;

import org.jspecify.annotations.NullMarked;
