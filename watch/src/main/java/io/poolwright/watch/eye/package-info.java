/** The eye that is kept on a live stack: asks its targets, judges their pools, and keeps what it concludes. */
@NullMarked
package io.poolwright.watch.eye;

import org.jspecify.annotations.NullMarked;
