/** Keeps one connection to a database or pooler open for looking. */
@NullMarked
package io.poolwright.telemetry.jdbc;

import org.jspecify.annotations.NullMarked;
