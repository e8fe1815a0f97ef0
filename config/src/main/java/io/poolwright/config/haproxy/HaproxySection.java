package io.poolwright.config.haproxy;

import io.poolwright.model.Origin;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One section as it is written, without what it inherits.
 *
 * @param kind the keyword it begins with, such as {@code backend}
 * @param name empty when it has none
 * @param from the defaults section it asks for, if it names one
 * @param branches the undecided conditional branches around its first line
 * @param open whether a template may put more lines into it than we see
 */
public record HaproxySection(
        String kind,
        HaproxyWord name,
        Optional<HaproxyWord> from,
        Origin origin,
        List<Integer> branches,
        List<HaproxyDirective> directives,
        boolean open) {
    public HaproxySection {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(origin, "origin");
        branches = List.copyOf(branches);
        directives = List.copyOf(directives);
    }
}
