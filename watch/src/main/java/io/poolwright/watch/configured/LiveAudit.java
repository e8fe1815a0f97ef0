package io.poolwright.watch.configured;

import io.poolwright.audit.Auditor;
import io.poolwright.audit.Finding;
import io.poolwright.audit.rules.Rules;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Judges the stack as it runs: the files' values, with those in force in the place of those that are not. */
final class LiveAudit {
    private LiveAudit() {}

    static List<Finding> findings(Stack stack, List<Mismatch> mismatches) {
        Map<String, Map<String, Setting<?>>> told = new HashMap<>();
        for (Mismatch mismatch : mismatches) {
            told.computeIfAbsent(mismatch.part().id(), key -> new HashMap<>())
                    .put(mismatch.configured().name(), running(mismatch));
        }
        List<Part> parts = stack.parts().stream()
                .map(part -> told.containsKey(part.id()) ? part.running(told.get(part.id())) : part)
                .toList();
        Stack running = new Stack(stack.environment(), parts, stack.links(), stack.declared(), stack.refusals());
        return new Auditor(Rules.all()).audit(running).findings();
    }

    private static Setting<?> running(Mismatch mismatch) {
        return Setting.replaced(
                mismatch.configured().name(),
                mismatch.running(),
                mismatch.told().value(),
                mismatch.configured().origin().orElse(mismatch.part().origin()),
                "but " + mismatch.told().value() + " in force, by "
                        + mismatch.told().source());
    }
}
