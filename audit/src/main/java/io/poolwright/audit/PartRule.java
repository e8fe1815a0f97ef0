package io.poolwright.audit;

import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Stack;
import io.poolwright.model.stack.UnknownSettingException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A rule that judges one part at a time.
 *
 * <p>An unknown setting needs no care: asking {@link Evidence} for it ends the judgement as "cannot tell".
 */
public interface PartRule extends Rule {

    /** The parts that it applies to. */
    Stream<Part> subjects(Stack stack);

    /** The verdict on one of them. */
    Verdict judge(Part subject, Stack stack, Evidence evidence);

    @Override
    default List<Verdict> check(Stack stack) {
        List<Verdict> verdicts = new ArrayList<>();
        subjects(stack).forEach(subject -> {
            Evidence evidence = new Evidence(spec(), subject);
            try {
                verdicts.add(judge(subject, stack, evidence));
            } catch (UnknownSettingException e) {
                verdicts.add(evidence.cannotTell(e.missing()));
            }
        });
        return verdicts;
    }
}
