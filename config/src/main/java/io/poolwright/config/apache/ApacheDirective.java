package io.poolwright.config.apache;

import io.poolwright.model.Origin;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One directive of Apache httpd, or a section such as {@code <VirtualHost *:80>}.
 *
 * @param name as written; httpd does not tell large letters from small ones
 * @param arguments the words after the name, quotes undone
 * @param children what a section holds, in order; empty for a simple directive
 * @param section it is a section
 * @param origin the line of the name
 * @param endLine the last line: of a continued directive, or of the tag that closes a section
 */
public record ApacheDirective(
        String name,
        List<String> arguments,
        List<ApacheDirective> children,
        boolean section,
        Origin origin,
        int endLine) {
    public ApacheDirective {
        arguments = List.copyOf(arguments);
        children = List.copyOf(children);
    }

    /** Whether it has this name, in any letters. */
    public boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }

    /** The argument at a place counted from 0. */
    public Optional<String> argument(int at) {
        return at < arguments.size() ? Optional.of(arguments.get(at)) : Optional.empty();
    }

    /** The value of an argument {@code key=value}, the last one when it is repeated. */
    public Optional<String> parameter(String key) {
        String start = key.toLowerCase(Locale.ROOT) + "=";
        return arguments.stream()
                .filter(word -> word.toLowerCase(Locale.ROOT).startsWith(start))
                .reduce((first, last) -> last)
                .map(word -> word.substring(start.length()));
    }
}
