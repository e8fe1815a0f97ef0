/** Reads the addresses of databases and what they tell their drivers. */
@NullMarked
package io.poolwright.config.jdbc;

import org.jspecify.annotations.NullMarked;
