/** Reads {@code httpd.conf} and its kin. */
@NullMarked
package io.poolwright.config.apache;

import org.jspecify.annotations.NullMarked;
