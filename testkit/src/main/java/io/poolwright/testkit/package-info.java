/** Fakes and builders for tests. */
@NullMarked
package io.poolwright.testkit;

import org.jspecify.annotations.NullMarked;
