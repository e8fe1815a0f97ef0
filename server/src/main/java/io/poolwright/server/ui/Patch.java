package io.poolwright.server.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a page must change to show what is so now.
 *
 * @param clock the time, in UTC
 * @param parts markup of elements that changed, by id
 * @param order children of elements whose children changed, by the parent's id
 */
public record Patch(String clock, Map<String, String> parts, Map<String, List<String>> order) {
    /** The same without some elements. */
    Patch without(Set<String> ids) {
        Map<String, String> some = new LinkedHashMap<>(parts);
        some.keySet().removeAll(ids);
        return new Patch(clock, some, order);
    }
}
