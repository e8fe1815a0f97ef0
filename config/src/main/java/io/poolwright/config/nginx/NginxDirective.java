package io.poolwright.config.nginx;

import io.poolwright.model.Origin;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One directive of nginx, simple or block.
 *
 * @param arguments the words after the name, with quotes and escapes undone
 * @param children the directives of the block, in order; empty for a simple directive and for a Lua block
 * @param block it has braces
 * @param origin the line of the name
 * @param endLine the line of the closing semicolon or brace
 */
public record NginxDirective(
        String name, List<String> arguments, List<NginxDirective> children, boolean block, Origin origin, int endLine) {
    public NginxDirective {
        arguments = List.copyOf(arguments);
        children = List.copyOf(children);
    }

    /** The argument at a place counted from 0. */
    public Optional<String> argument(int at) {
        return at < arguments.size() ? Optional.of(arguments.get(at)) : Optional.empty();
    }

    /** The value of an argument {@code key=value}, the last one when it is repeated. */
    public Optional<String> parameter(String key) {
        String start = key + "=";
        return arguments.stream()
                .filter(word -> word.startsWith(start))
                .reduce((first, last) -> last)
                .map(word -> word.substring(start.length()));
    }

    /** The direct children of a name, in order. */
    public Stream<NginxDirective> named(String child) {
        return children.stream().filter(directive -> directive.name.equals(child));
    }

    /** The same block around other children. */
    NginxDirective around(List<NginxDirective> others) {
        return new NginxDirective(name, arguments, others, block, origin, endLine);
    }
}
