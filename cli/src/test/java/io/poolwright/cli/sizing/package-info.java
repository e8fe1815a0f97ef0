/** Recommended sizes against measured ones. */
package io.poolwright.cli.sizing;
