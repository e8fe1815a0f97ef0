/** What must survive a restart, and the only package that knows SQL. */
@NullMarked
package io.poolwright.server.state;

import org.jspecify.annotations.NullMarked;
