/** Reads Spring's {@code application.properties}. */
@NullMarked
package io.poolwright.config.spring;

import org.jspecify.annotations.NullMarked;
