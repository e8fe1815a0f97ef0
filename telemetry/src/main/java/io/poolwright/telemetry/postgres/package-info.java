/** Reads what PostgreSQL counts about its clients, over one connection reserved for looking. */
@NullMarked
package io.poolwright.telemetry.postgres;

import org.jspecify.annotations.NullMarked;
