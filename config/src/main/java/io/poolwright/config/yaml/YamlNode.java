package io.poolwright.config.yaml;

import io.poolwright.model.Origin;
import java.util.List;
import java.util.Optional;

/** A piece of a YAML document, with the place where it stands. Merges ({@code <<}) and aliases are already followed. */
public sealed interface YamlNode permits YamlMap, YamlList, YamlScalar {

    /** Where it begins. For what an alias or a merge brought in: where the anchor's text stands. */
    Origin origin();

    /** What lies under these keys, one inside the other; empty where a key is missing or the node is no mapping. */
    default Optional<YamlNode> at(String... keys) {
        Optional<YamlNode> here = Optional.of(this);
        for (String key : keys) {
            here = here.flatMap(node -> node instanceof YamlMap map ? map.get(key) : Optional.empty());
        }
        return here;
    }

    /** The mapping under these keys, or an empty one. */
    default YamlMap map(String... keys) {
        return at(keys).filter(YamlMap.class::isInstance)
                .map(YamlMap.class::cast)
                .orElseGet(() -> new YamlMap(List.of(), List.of(), origin()));
    }

    /** The items of the list under these keys, or none. A lone scalar is no list. */
    default List<YamlNode> list(String... keys) {
        return at(keys).filter(YamlList.class::isInstance)
                .map(list -> ((YamlList) list).items())
                .orElse(List.of());
    }

    /** The scalar under these keys, unless it is null or missing. */
    default Optional<YamlScalar> scalar(String... keys) {
        return at(keys).filter(YamlScalar.class::isInstance)
                .map(YamlScalar.class::cast)
                .filter(scalar -> !scalar.isNull());
    }

    /** The text of the scalar under these keys, unless it is null or missing. */
    default Optional<String> text(String... keys) {
        return scalar(keys).map(YamlScalar::text);
    }
}
