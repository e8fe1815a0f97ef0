/** The watch that the server keeps: the eye, its memory, and what it writes down. */
@NullMarked
package io.poolwright.server.watch;

import org.jspecify.annotations.NullMarked;
