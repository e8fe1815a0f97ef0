/** Reads {@code poolwright.yaml}: what files cannot know. */
@NullMarked
package io.poolwright.config.declared;

import org.jspecify.annotations.NullMarked;
