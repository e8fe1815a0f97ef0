/** The API under /api/v1. */
@NullMarked
package io.poolwright.server.api;

import org.jspecify.annotations.NullMarked;
