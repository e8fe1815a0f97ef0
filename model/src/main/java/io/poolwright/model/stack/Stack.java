package io.poolwright.model.stack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything that is configured in one environment, and who talks to whom.
 *
 * <p>A stack is one consistent choice: where a repository holds several (Spring profiles, Compose variants) there is a stack
 * for each.
 */
public final class Stack {
    private final String environment;
    private final Map<String, Part> parts;
    private final Map<String, List<Part>> children = new HashMap<>();
    private final Map<String, List<Link>> outward = new HashMap<>();
    private final Map<String, List<Link>> inward = new HashMap<>();
    private final List<Link> links;
    private final Settings declared;
    private final List<Refusal> refusals;

    /**
     * A stack of these parts.
     *
     * @param environment its name, empty for the only one
     * @param declared what {@code poolwright.yaml} adds, by dotted key
     */
    public Stack(String environment, List<Part> parts, List<Link> links, Settings declared) {
        this(environment, parts, links, declared, List.of());
    }

    /**
     * The same, with files that cannot be a part of it.
     *
     * @param refusals files of the environment that their products would refuse
     */
    public Stack(String environment, List<Part> parts, List<Link> links, Settings declared, List<Refusal> refusals) {
        this.environment = environment;
        this.parts = new LinkedHashMap<>();
        parts.forEach(part -> this.parts.put(part.id(), part));
        this.parts
                .values()
                .forEach(part -> part.parent()
                        .ifPresent(parent -> children.computeIfAbsent(parent, id -> new ArrayList<>())
                                .add(part)));
        for (Link link : links) {
            outward.computeIfAbsent(link.from(), id -> new ArrayList<>()).add(link);
            inward.computeIfAbsent(link.to(), id -> new ArrayList<>()).add(link);
        }
        this.links = List.copyOf(links);
        this.declared = declared;
        this.refusals = List.copyOf(refusals);
    }

    /** Files that their products would refuse. */
    public List<Refusal> refusals() {
        return refusals;
    }

    /** The environment's name; empty for the only one. */
    public String environment() {
        return environment;
    }

    /** What {@code poolwright.yaml} adds, by dotted key such as {@code budget.client}. */
    public Settings declared() {
        return declared;
    }

    /** All parts, in the order in which they were read. */
    public List<Part> parts() {
        return List.copyOf(parts.values());
    }

    /** All links. */
    public List<Link> links() {
        return links;
    }

    /** The parts of a kind. */
    public Stream<Part> all(Kind kind) {
        return parts.values().stream().filter(part -> part.kind() == kind);
    }

    /** The parts of a kind and a product. */
    public Stream<Part> all(Kind kind, String product) {
        return all(kind).filter(part -> part.product().equals(product));
    }

    /** A part by its id. */
    public Optional<Part> part(String id) {
        return Optional.ofNullable(parts.get(id));
    }

    /** The part that this one belongs to. */
    public Optional<Part> parent(Part part) {
        return part.parent().flatMap(this::part);
    }

    /** The parts of a kind that belong to this one. */
    public List<Part> children(Part part, Kind kind) {
        return children.getOrDefault(part.id(), List.of()).stream()
                .filter(child -> child.kind() == kind)
                .toList();
    }

    /** The service that runs a part, or a part that it belongs to. */
    public Optional<Part> service(Part part) {
        if (part.kind() == Kind.SERVICE) {
            return Optional.of(part);
        }
        return part.service().flatMap(this::part).or(() -> parent(part).flatMap(this::service));
    }

    /** The parts that a service runs. */
    public List<Part> runBy(Part service) {
        return parts.values().stream()
                .filter(part -> part.kind() != Kind.SERVICE)
                .filter(part -> service(part).filter(service::equals).isPresent())
                .toList();
    }

    /** The parts that this part itself calls. */
    public List<Part> callees(Part part) {
        return outward.getOrDefault(part.id(), List.of()).stream()
                .flatMap(link -> part(link.to()).stream())
                .distinct()
                .toList();
    }

    /** The parts that call this part itself. */
    public List<Part> callers(Part part) {
        return inward.getOrDefault(part.id(), List.of()).stream()
                .flatMap(link -> part(link.from()).stream())
                .distinct()
                .toList();
    }

    /** The service and everything around a part that belongs to the same program: its parent's parent and all below it. */
    public List<Part> family(Part part) {
        Part root = part;
        Set<String> seen = new LinkedHashSet<>();
        while (seen.add(root.id()) && parent(root).isPresent()) {
            root = parent(root).orElseThrow();
        }
        Set<Part> family = new LinkedHashSet<>();
        below(root, family);
        return List.copyOf(family);
    }

    private void below(Part part, Set<Part> into) {
        if (into.add(part)) {
            children.getOrDefault(part.id(), List.of()).forEach(child -> below(child, into));
        }
    }
}
