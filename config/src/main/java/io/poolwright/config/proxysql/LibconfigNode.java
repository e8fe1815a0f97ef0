package io.poolwright.config.proxysql;

import io.poolwright.model.Origin;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A setting of a libconfig text: a scalar, a group of named settings, or a list of settings without names.
 *
 * @param name empty for the members of a list
 * @param scalar what is written, quotes taken off; empty for groups and lists
 * @param children the members of a group or list
 * @param origin the line of its name, or of its first sign where it has none
 */
public record LibconfigNode(String name, Optional<String> scalar, List<LibconfigNode> children, Origin origin) {
    public LibconfigNode {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(scalar, "scalar");
        Objects.requireNonNull(origin, "origin");
        children = List.copyOf(children);
    }

    /** The member of a name; of two the last. */
    public Optional<LibconfigNode> child(String wanted) {
        return children.stream().filter(child -> child.name().equals(wanted)).reduce((before, last) -> last);
    }
}
