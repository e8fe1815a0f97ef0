/** Reads Traefik's settings from files, arguments, variables and labels. */
@NullMarked
package io.poolwright.config.traefik;

import org.jspecify.annotations.NullMarked;
