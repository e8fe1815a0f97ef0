package io.poolwright.config.spring;

import io.poolwright.config.spring.SourceFacts.BoundPrefix;
import io.poolwright.config.spring.SourceFacts.Kind;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the sources of one application show together. */
final class CodeFacts {
    private final List<BoundPrefix> prefixes = new ArrayList<>();
    private final Map<Kind, Origin> seen = new EnumMap<>(Kind.class);

    CodeFacts(List<SourceFacts> sources) {
        for (SourceFacts source : sources) {
            prefixes.addAll(source.prefixes());
            source.seen().forEach(seen::putIfAbsent);
        }
    }

    /** Prefixes bound to data sources. */
    List<BoundPrefix> prefixes() {
        return List.copyOf(prefixes);
    }

    /** The first line of a kind. */
    Optional<Origin> first(Kind kind) {
        return Optional.ofNullable(seen.get(kind));
    }
}
