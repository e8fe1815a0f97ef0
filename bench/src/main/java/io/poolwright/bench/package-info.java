/** Benchmarks, each beside a peer in the same run. */
@NullMarked
package io.poolwright.bench;

import org.jspecify.annotations.NullMarked;
