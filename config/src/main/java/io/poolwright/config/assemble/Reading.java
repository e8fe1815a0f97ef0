package io.poolwright.config.assemble;

import io.poolwright.config.source.Unread;
import io.poolwright.model.stack.Stack;
import java.util.List;

/**
 * What a tree holds.
 *
 * @param stacks one for each environment that its files tell apart; at least one
 * @param read files that were read
 * @param unread what was not, with the reason
 */
public record Reading(List<Stack> stacks, List<ReadFile> read, List<Unread> unread) {
    public Reading {
        stacks = List.copyOf(stacks);
        read = List.copyOf(read);
        unread = List.copyOf(unread);
    }
}
