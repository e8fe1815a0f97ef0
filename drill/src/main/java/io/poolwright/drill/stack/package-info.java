/** Processes, ports, files and the database that a drill's stack is made of. */
@NullMarked
package io.poolwright.drill.stack;

import org.jspecify.annotations.NullMarked;
