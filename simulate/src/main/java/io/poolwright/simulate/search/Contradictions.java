package io.poolwright.simulate.search;

import io.poolwright.simulate.ImpossibleParameterException;
import io.poolwright.simulate.StackModel;

/** Whether a model's values go together; a search leaves out those that do not. */
final class Contradictions {
    private Contradictions() {}

    static boolean none(StackModel model) {
        try {
            model.checked();
            return true;
        } catch (ImpossibleParameterException e) {
            return false;
        }
    }
}
