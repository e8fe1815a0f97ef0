/** Rules about application servers and applications. */
@NullMarked
package io.poolwright.audit.rules.appserver;

import org.jspecify.annotations.NullMarked;
