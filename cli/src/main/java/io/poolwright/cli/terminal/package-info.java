/** What a person sees in a terminal, and in a pipe. */
@NullMarked
package io.poolwright.cli.terminal;

import org.jspecify.annotations.NullMarked;
