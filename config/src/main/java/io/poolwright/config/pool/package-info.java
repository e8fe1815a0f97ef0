/** Says what each connection pool makes of the settings that a team wrote for it. */
@NullMarked
package io.poolwright.config.pool;

import org.jspecify.annotations.NullMarked;
