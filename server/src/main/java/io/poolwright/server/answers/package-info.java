/** How requests are read and answered, when all goes well and when not: JSON, limits, problems, request ids. */
@NullMarked
package io.poolwright.server.answers;

import org.jspecify.annotations.NullMarked;
