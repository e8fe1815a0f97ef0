/** Says what a rule, a setting, a log line or a question is about, from the pages of the documentation. */
@NullMarked
package io.poolwright.audit.explain;

import org.jspecify.annotations.NullMarked;
