/** Runs an audit: reads, judges, sets aside what is known or suppressed, and writes what was asked for. */
@NullMarked
package io.poolwright.cli.audit;

import org.jspecify.annotations.NullMarked;
