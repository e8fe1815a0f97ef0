package io.poolwright.server.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Pieces of pages drawn without a request, by the same templates as the pages. */
public final class Parts {
    private final ITemplateEngine engine;

    Parts(ITemplateEngine engine) {
        this.engine = engine;
    }

    /** One fragment of a template. */
    String draw(String template, String fragment, Map<String, Object> values) {
        Context context = new Context();
        context.setVariables(values);
        return engine.process(template, Set.of(fragment), context).strip();
    }

    /** What is new or different, by the id of its element. */
    static Map<String, String> changes(Map<String, String> before, Map<String, String> now) {
        Map<String, String> changes = new LinkedHashMap<>();
        now.forEach((id, html) -> {
            if (!html.equals(before.get(id))) {
                changes.put(id, html);
            }
        });
        return changes;
    }

    /** Children of elements, by the parent's id, where they differ. */
    static Map<String, List<String>> moved(Map<String, List<String>> before, Map<String, List<String>> now) {
        Map<String, List<String>> changes = new LinkedHashMap<>();
        now.forEach((id, children) -> {
            if (!children.equals(before.get(id))) {
                changes.put(id, children);
            }
        });
        return changes;
    }
}
