/** What is configured, from balancer to database: parts, their settings and who talks to whom. */
@NullMarked
package io.poolwright.model.stack;

import org.jspecify.annotations.NullMarked;
