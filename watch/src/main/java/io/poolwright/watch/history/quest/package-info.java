/** The history in an embedded QuestDB; nobody else knows that it is one. */
@NullMarked
package io.poolwright.watch.history.quest;

import org.jspecify.annotations.NullMarked;
