/** Watching from the command line: finding targets, and keeping an eye on them in a terminal. */
@NullMarked
package io.poolwright.cli.watch;

import org.jspecify.annotations.NullMarked;
