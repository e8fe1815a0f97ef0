package io.poolwright.config.compose;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.config.yaml.YamlEntry;
import io.poolwright.config.yaml.YamlList;
import io.poolwright.config.yaml.YamlMap;
import io.poolwright.config.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keys that a compose file writes twice in one mapping; {@code docker compose} refuses such a file. */
final class RepeatedKeys {
    /** Most that are told of one file. */
    private static final int MOST = 10;

    private final Map<String, ConfigSyntaxException> found = new LinkedHashMap<>();

    private RepeatedKeys() {}

    static List<ConfigSyntaxException> in(ComposeFile file) {
        RepeatedKeys keys = new RepeatedKeys();
        keys.look(file.tree());
        return keys.found.values().stream().limit(MOST).toList();
    }

    private void look(YamlNode node) {
        if (node instanceof YamlMap map) {
            map.repeated()
                    .forEach(key -> found.putIfAbsent(
                            key.origin().toString(),
                            new ConfigSyntaxException(
                                    key.origin(),
                                    "key '" + key.text() + "' a second time in one mapping",
                                    "each key once",
                                    "one '" + key.text() + "' with all that belongs to it")));
            map.entries().stream().map(YamlEntry::value).forEach(this::look);
        } else if (node instanceof YamlList list) {
            list.items().forEach(this::look);
        }
    }
}
