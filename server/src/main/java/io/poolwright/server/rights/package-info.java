/** The words for what somebody may do: roles of people, scopes of tokens. */
@NullMarked
package io.poolwright.server.rights;

import org.jspecify.annotations.NullMarked;
