/** Makes one stack of many files: each product's assembler adds its parts, then the calls between them are followed. */
@NullMarked
package io.poolwright.config.assemble;

import org.jspecify.annotations.NullMarked;
