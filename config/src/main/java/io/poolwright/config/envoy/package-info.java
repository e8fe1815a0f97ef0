/** Reads Envoy's bootstrap and resource files, YAML and JSON. */
@NullMarked
package io.poolwright.config.envoy;

import org.jspecify.annotations.NullMarked;
