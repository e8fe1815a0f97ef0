/** Reads XML with the line of every element and attribute. */
@NullMarked
package io.poolwright.config.xml;

import org.jspecify.annotations.NullMarked;
