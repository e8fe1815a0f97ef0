/** Adds up the connections that a stack may open to its databases, with the origin of every term. */
@NullMarked
package io.poolwright.audit.capacity;

import org.jspecify.annotations.NullMarked;
