/** What every pool did over days and months, kept in a store that may fail without hurting what is so now. */
@NullMarked
package io.poolwright.watch.history;

import org.jspecify.annotations.NullMarked;
