/** Comments that tell a rule to leave a line alone, with the reason and until when. */
@NullMarked
package io.poolwright.audit.suppress;

import org.jspecify.annotations.NullMarked;
