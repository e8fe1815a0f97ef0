/** The catalogue of rules, one folder for each layer. */
@NullMarked
package io.poolwright.audit.rules;

import org.jspecify.annotations.NullMarked;
