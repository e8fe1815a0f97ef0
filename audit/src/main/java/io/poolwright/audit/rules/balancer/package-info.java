/** Rules about HAProxy, Envoy, Traefik and load balancers in the cloud. */
@NullMarked
package io.poolwright.audit.rules.balancer;

import org.jspecify.annotations.NullMarked;
