/** Reads what HAProxy, or a balancer that speaks its language, says about a frontend, a backend and its servers. */
@NullMarked
package io.poolwright.telemetry.haproxy;

import org.jspecify.annotations.NullMarked;
