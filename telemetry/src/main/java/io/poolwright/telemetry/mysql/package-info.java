/** Reads what MySQL or MariaDB counts about its clients, over one connection reserved for looking. */
@NullMarked
package io.poolwright.telemetry.mysql;

import org.jspecify.annotations.NullMarked;
