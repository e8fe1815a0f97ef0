package io.poolwright.audit;

import io.poolwright.model.stack.Layer;
import java.util.List;

/**
 * What there is to say about a rule without running it.
 *
 * @param id the kebab-case name of its class
 * @param title the fault in one line
 * @param source where the facts come from: manual, source file, issue
 */
public record RuleSpec(String id, String title, Severity severity, Scope scope, List<Layer> layers, String source) {
    public RuleSpec {
        layers = List.copyOf(layers);
    }
}
