/** Reads PostgreSQL's configuration files and command lines, and types what they say. */
@NullMarked
package io.poolwright.config.postgres;

import org.jspecify.annotations.NullMarked;
