package io.poolwright.audit;

import io.poolwright.model.stack.Stack;
import java.util.List;

/** One line that a configuration should not cross. Pure: a stack in, verdicts out. */
public interface Rule {

    /** What it is. */
    RuleSpec spec();

    /** One verdict for each thing it applies to; none when it applies to nothing here. */
    List<Verdict> check(Stack stack);
}
