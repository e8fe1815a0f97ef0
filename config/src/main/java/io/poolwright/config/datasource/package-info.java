/** Makes the parts of a stack, a pool and its driver, from what a team wrote for one data source. */
@NullMarked
package io.poolwright.config.datasource;

import org.jspecify.annotations.NullMarked;
