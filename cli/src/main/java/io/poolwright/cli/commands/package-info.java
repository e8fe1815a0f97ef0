/** One command, one file. */
@NullMarked
package io.poolwright.cli.commands;

import org.jspecify.annotations.NullMarked;
