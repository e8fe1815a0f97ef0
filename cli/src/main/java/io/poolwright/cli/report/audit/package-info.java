/** What an audit found, for people and for programs: one story, one writer for each format. */
@NullMarked
package io.poolwright.cli.report.audit;

import org.jspecify.annotations.NullMarked;
