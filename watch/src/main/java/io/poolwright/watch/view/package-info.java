/** What people see of a live stack: plain records that every face draws, and pure functions that build them. */
@NullMarked
package io.poolwright.watch.view;

import org.jspecify.annotations.NullMarked;
