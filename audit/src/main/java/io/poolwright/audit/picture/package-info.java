/** What a stack looks like to a person: its timeouts as a ladder, its connections as a budget. */
@NullMarked
package io.poolwright.audit.picture;

import org.jspecify.annotations.NullMarked;
