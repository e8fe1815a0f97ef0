package io.poolwright.config.haproxy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The environment variables HAProxy sees while it reads: those handed in, then what {@code setenv}, {@code presetenv},
 * {@code unsetenv} and {@code resetenv} of the file did to them. Source: HAProxy configuration manual 2.6, 2.3 and 3.1.
 */
final class HaproxyEnvironment {
    private final Map<String, String> values;

    HaproxyEnvironment(Map<String, String> given) {
        values = new HashMap<>(given);
    }

    /** The value, or empty when we cannot know it. */
    Optional<String> valueOf(String name) {
        return Optional.ofNullable(values.get(name));
    }

    void obey(List<HaproxyWord> words) {
        String keyword = words.get(0).text();
        if (words.size() < 2) {
            return;
        }
        String name = words.get(1).text();
        switch (keyword) {
            case "setenv" -> set(name, words);
            case "presetenv" -> {
                if (!values.containsKey(name)) {
                    set(name, words);
                }
            }
            case "unsetenv" -> words.stream().skip(1).forEach(word -> values.remove(word.text()));
            default -> {
                // every other keyword leaves the environment alone; resetenv hides only what we never saw
            }
        }
    }

    private void set(String name, List<HaproxyWord> words) {
        if (words.size() == 3 && words.get(2).known()) {
            values.put(name, words.get(2).text());
        } else {
            values.remove(name);
        }
    }
}
