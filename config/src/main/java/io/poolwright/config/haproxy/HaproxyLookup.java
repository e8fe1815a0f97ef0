package io.poolwright.config.haproxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the line that decides a setting: the last of the section, else the last of the sections it inherits from. Source:
 * HAProxy configuration manual 2.6, chapter 4.
 */
final class HaproxyLookup {
    private final HaproxyProxy proxy;

    HaproxyLookup(HaproxyProxy proxy) {
        this.proxy = proxy;
    }

    /**
     * The line that decides.
     *
     * @param keywords ways to say it, each one or more words
     */
    HaproxyValue<HaproxyDirective> last(List<List<String>> keywords) {
        List<HaproxySection> sections = new ArrayList<>();
        sections.add(proxy.section());
        sections.addAll(proxy.defaults());
        for (int depth = 0; depth < sections.size(); depth++) {
            HaproxySection section = sections.get(depth);
            boolean inherited = depth > 0;
            for (int i = section.directives().size() - 1; i >= 0; i--) {
                HaproxyDirective line = section.directives().get(i);
                if (keywords.stream().anyMatch(line::says)) {
                    return line.isCertainInside(proxy.section().branches())
                            ? new HaproxyValue.Written<>(line, "", line.origin(), inherited)
                            : new HaproxyValue.Undecided<>(
                                    "the line depends on a condition", Optional.of(line.origin()));
                }
            }
            if (section.open()) {
                return new HaproxyValue.Undecided<>(
                        "a template fills in part of the section", Optional.of(section.origin()));
            }
        }
        return proxy.doubt().isPresent()
                ? new HaproxyValue.Undecided<>(proxy.doubt().get(), Optional.of(proxy.origin()))
                : new HaproxyValue.Absent<>();
    }
}
