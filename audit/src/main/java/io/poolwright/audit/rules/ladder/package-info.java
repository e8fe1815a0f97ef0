/** Rules about whole ways from client to database, and whole repositories. */
@NullMarked
package io.poolwright.audit.rules.ladder;

import org.jspecify.annotations.NullMarked;
