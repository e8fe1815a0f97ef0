/** What is watched, and how to get in: the {@code targets} of {@code poolwright.yaml}. */
@NullMarked
package io.poolwright.watch.targets;

import org.jspecify.annotations.NullMarked;
