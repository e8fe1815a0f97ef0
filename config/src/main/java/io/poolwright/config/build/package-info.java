/** Reads what a Maven or Gradle build says of versions and libraries, without running it. */
@NullMarked
package io.poolwright.config.build;

import org.jspecify.annotations.NullMarked;
