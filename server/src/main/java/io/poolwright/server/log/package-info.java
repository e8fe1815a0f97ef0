/** What the server says about itself, as logfmt on standard error. */
@NullMarked
package io.poolwright.server.log;

import org.jspecify.annotations.NullMarked;
