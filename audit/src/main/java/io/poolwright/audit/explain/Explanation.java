package io.poolwright.audit.explain;

import java.util.List;

/**
 * What we know about what was asked: nothing, if there are no answers. We never guess.
 *
 * @param answers the best first
 * @param near names that are written much alike; only for single words that are not known
 */
public record Explanation(String asked, List<Answer> answers, List<String> near) {
    public Explanation {
        answers = List.copyOf(answers);
        near = List.copyOf(near);
    }

    /** Whether there is an entry. */
    public boolean known() {
        return !answers.isEmpty();
    }
}
