/** The server that a team leaves running, and how it is wired. */
@NullMarked
package io.poolwright.server;

import org.jspecify.annotations.NullMarked;
