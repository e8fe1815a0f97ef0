/** The vocabulary that every floor shares: what was read, from where, and what was not. */
@NullMarked
package io.poolwright.model;

import org.jspecify.annotations.NullMarked;
