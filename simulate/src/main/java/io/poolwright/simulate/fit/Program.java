package io.poolwright.simulate.fit;

import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One program that holds connections of a database, in all its copies.
 *
 * @param name what it is called
 * @param holders its pools, or its PHP-FPM pools, one for each deployed unit
 * @param backend the balancer's backend that it stands behind, when one does
 */
record Program(String name, List<Part> holders, Optional<Part> backend) {
    Program {
        holders = List.copyOf(holders);
    }

    /** The first of its holders, which speaks for all: copies are alike. */
    Part first() {
        return holders.get(0);
    }

    boolean isPhp() {
        return first().kind() == Kind.FPM_POOL;
    }

    /** The names under which people may ask for it: its own, its services' and its pools'. */
    Stream<String> names(Stack stack) {
        return Stream.concat(
                Stream.of(name),
                holders.stream()
                        .flatMap(holder -> Stream.concat(
                                Stream.of(holder.name()), stack.service(holder).map(Part::name).stream())));
    }

    /** The names of the units that run it, as {@code poolwright.yaml} calls them. */
    List<String> units(Stack stack) {
        return holders.stream()
                .map(holder -> stack.service(holder).map(Part::name).orElse(holder.name()))
                .distinct()
                .toList();
    }

    /** The part of a kind that belongs to the same unit as its first holder. */
    Optional<Part> beside(Kind kind, Stack stack) {
        return Stream.concat(
                        stack.family(first()).stream(),
                        stack.service(first()).map(stack::runBy).stream().flatMap(List::stream))
                .filter(part -> part.kind() == kind)
                .findFirst();
    }

    /** The database behind it, whether or not through a pooler. */
    Optional<Part> database(Stack stack) {
        return callers(stack)
                .flatMap(caller -> stack.callees(caller).stream())
                .flatMap(callee -> callee.kind() == Kind.POOLER_DATABASE || callee.kind() == Kind.POOLER
                        ? stack.callees(callee).stream()
                        : Stream.of(callee))
                .filter(part -> part.kind() == Kind.DATABASE)
                .findFirst();
    }

    /** The pooler's entry between it and the database. */
    Optional<Part> pooler(Stack stack) {
        return callers(stack)
                .flatMap(caller -> stack.callees(caller).stream())
                .filter(part -> part.kind() == Kind.POOLER_DATABASE || part.kind() == Kind.POOLER)
                .findFirst();
    }

    /** Who calls the database: the pools, or what PHP-FPM runs. */
    private Stream<Part> callers(Stack stack) {
        return isPhp()
                ? holders.stream().flatMap(holder -> stack.service(holder).map(stack::runBy).orElse(List.of()).stream())
                : holders.stream();
    }
}
