/** Reads Tomcat's {@code server.xml} and {@code context.xml}: connectors, and data sources with their pools. */
@NullMarked
package io.poolwright.config.tomcat;

import org.jspecify.annotations.NullMarked;
