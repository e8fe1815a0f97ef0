/** What the simulating commands are asked and how it becomes a model: words with units, files, recordings, processors to run on. */
@NullMarked
package io.poolwright.cli.simulate;

import org.jspecify.annotations.NullMarked;
