/** Reads YAML (and so JSON) with the line of every key and value. */
@NullMarked
package io.poolwright.config.yaml;

import org.jspecify.annotations.NullMarked;
