/** Reads Kubernetes manifests, rendered Helm output included: what runs how often, with which settings, and how it is reached. */
@NullMarked
package io.poolwright.config.kubernetes;

import org.jspecify.annotations.NullMarked;
