/** What compose files, Kubernetes manifests and Dockerfiles have in common: images, command lines, quantities, paths. */
@NullMarked
package io.poolwright.config.container;

import org.jspecify.annotations.NullMarked;
