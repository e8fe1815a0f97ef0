package io.poolwright.config.haproxy;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.model.Origin;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The conditional blocks that are open while a file is read: {@code .if} of HAProxy and blocks of a template alike. A
 * branch whose condition can be decided is read or passed over; every other one gets a number, by which a line knows that
 * it may not be there. Source: HAProxy configuration manual 2.6, 2.4 "Conditional blocks".
 */
final class HaproxyBlocks {
    /** HAProxy's own limit is 255 (MAXNESTEDCONDS). */
    private static final int DEEPEST = 255;

    private final Deque<HaproxyBlock> open = new ArrayDeque<>();
    private List<Integer> path = List.of();
    private int branches;

    /** The undecided branches around the present line, outermost first. */
    List<Integer> path() {
        return path;
    }

    boolean skipped() {
        return open.stream().anyMatch(HaproxyBlock::skipped);
    }

    void template(TemplateMark mark, Origin origin) {
        if (mark == TemplateMark.OPEN) {
            push(new HaproxyBlock(true), origin);
            enter(Optional.empty());
        } else if (mark == TemplateMark.OTHERWISE && insideOf(true)) {
            enter(Optional.empty());
        } else if (mark == TemplateMark.CLOSE && insideOf(true)) {
            pop();
        }
    }

    /** Takes a line that begins with a dot; other such lines ({@code .notice}, {@code .diag}) say nothing to us. */
    void directive(List<HaproxyWord> words, Origin origin) {
        String keyword = words.get(0).text();
        Optional<Boolean> condition = HaproxyCondition.decide(words.subList(1, words.size()));
        if (keyword.equals(".if")) {
            push(new HaproxyBlock(false), origin);
            enter(condition);
        } else if (keyword.equals(".elif") && insideOf(false)) {
            enter(condition);
        } else if (keyword.equals(".else") && insideOf(false)) {
            enter(Optional.of(true));
        } else if (keyword.equals(".endif") && insideOf(false)) {
            pop();
        }
    }

    private boolean insideOf(boolean template) {
        return !open.isEmpty() && open.element().template() == template;
    }

    private void enter(Optional<Boolean> condition) {
        if (open.element().enter(condition, branches + 1)) {
            branches++;
        }
        retrace();
    }

    private void push(HaproxyBlock block, Origin origin) {
        if (open.size() == DEEPEST) {
            throw new ConfigSyntaxException(
                    origin, "a condition inside %d others".formatted(DEEPEST), "conditions up to 255 deep", ".endif");
        }
        open.push(block);
    }

    private void pop() {
        open.pop();
        retrace();
    }

    private void retrace() {
        List<Integer> numbers = new ArrayList<>();
        open.descendingIterator().forEachRemaining(block -> block.branch().ifPresent(numbers::add));
        path = List.copyOf(numbers);
    }
}
