/** Reads the environment of a Spring Boot application: files, profiles, placeholders, variables and arguments. */
@NullMarked
package io.poolwright.config.spring;

import org.jspecify.annotations.NullMarked;
