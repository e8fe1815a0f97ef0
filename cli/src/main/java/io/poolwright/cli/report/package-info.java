/** The written report: what happened, what it looked like, what it was, and what to do about it. */
@NullMarked
package io.poolwright.cli.report;

import org.jspecify.annotations.NullMarked;
