package io.poolwright.config.yaml;

import io.poolwright.model.Origin;
import java.util.List;

/** A sequence. */
public record YamlList(List<YamlNode> items, Origin origin) implements YamlNode {
    public YamlList {
        items = List.copyOf(items);
    }
}
