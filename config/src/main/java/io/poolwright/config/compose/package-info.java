/** Reads docker-compose files: merges, variables, {@code env_file}, {@code extends}, and what each service is told. */
@NullMarked
package io.poolwright.config.compose;

import org.jspecify.annotations.NullMarked;
