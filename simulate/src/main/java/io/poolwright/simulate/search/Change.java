package io.poolwright.simulate.search;

import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is changed at a time: one thing, or a few together.
 *
 * @param edits at least one, each of another parameter
 */
public record Change(List<Edit> edits) {
    public Change {
        edits = List.copyOf(edits);
        if (edits.isEmpty() || edits.stream().map(Edit::id).distinct().count() < edits.size()) {
            throw new IllegalArgumentException("a change is of at least one parameter, of each once; had " + edits);
        }
    }

    /** One parameter gets another value. */
    public static Change of(Parameter parameter, double value) {
        return new Change(List.of(Edit.of(parameter, value)));
    }

    /** The stack with it. */
    public StackModel in(StackModel model) {
        StackModel changed = model;
        for (Edit edit : edits) {
            changed = edit.in(changed);
        }
        return changed;
    }

    /** Sum of its edits' distances. */
    public double distance(StackModel model) {
        return edits.stream().mapToDouble(edit -> edit.distance(model)).sum();
    }

    /** Whether it changes one of these. */
    boolean touches(List<Parameter> parameters) {
        return edits.stream()
                .anyMatch(edit -> edit.parameter().filter(parameters::contains).isPresent());
    }

    /** What is changed, such as {@code pool.max} or {@code pool.max + client.retries}. */
    public String id() {
        return edits.stream().map(Edit::id).collect(Collectors.joining(" + "));
    }

    /** In words. */
    public String said(StackModel model) {
        return edits.stream().map(edit -> edit.said(model)).collect(Collectors.joining(" and "));
    }
}
