/** Reads the option files and command lines of MySQL and MariaDB, and types what they say. */
@NullMarked
package io.poolwright.config.mysql;

import org.jspecify.annotations.NullMarked;
