/** One drill from start to report: samples, diagnosis, screen, and the script on its stage. */
@NullMarked
package io.poolwright.cli.run;

import org.jspecify.annotations.NullMarked;
