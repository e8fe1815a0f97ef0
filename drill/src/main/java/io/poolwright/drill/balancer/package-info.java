/** The load balancer of a drill's stack: HAProxy where it is installed, an embedded one elsewhere. */
@NullMarked
package io.poolwright.drill.balancer;

import org.jspecify.annotations.NullMarked;
