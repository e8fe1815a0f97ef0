package io.poolwright.model.stack;

import java.util.ArrayList;
import java.util.EnumMap;
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
    private final List<Link> links;
    private final Settings declared;
    private final List<Refusal> refusals;
    private final Map<Kind, List<Part>> byKind = new EnumMap<>(Kind.class);
    private final Map<String, List<Part>> byParent = new HashMap<>();
    private final Map<String, List<Part>> byService = new HashMap<>();
    private final Map<String, Set<Part>> byCaller = new HashMap<>();
    private final Map<String, Set<Part>> byCallee = new HashMap<>();

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
        this.links = List.copyOf(links);
        this.declared = declared;
        this.refusals = List.copyOf(refusals);
        index();
    }

    /** Every rule asks who belongs to whom and who calls whom, of every part: that must not cost a walk over all of them. */
    private void index() {
        for (Part part : parts.values()) {
            byKind.computeIfAbsent(part.kind(), key -> new ArrayList<>()).add(part);
            part.parent().ifPresent(parent -> byParent.computeIfAbsent(parent, key -> new ArrayList<>())
                    .add(part));
        }
        for (Part part : parts.values()) {
            if (part.kind() != Kind.SERVICE) {
                service(part).ifPresent(service -> byService
                        .computeIfAbsent(service.id(), key -> new ArrayList<>())
                        .add(part));
            }
        }
        for (Link link : links) {
            part(link.to()).ifPresent(to -> byCaller.computeIfAbsent(link.from(), key -> new LinkedHashSet<>())
                    .add(to));
            part(link.from()).ifPresent(from -> byCallee.computeIfAbsent(link.to(), key -> new LinkedHashSet<>())
                    .add(from));
        }
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
        return byKind.getOrDefault(kind, List.of()).stream();
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
        return byParent.getOrDefault(part.id(), List.of()).stream()
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
        return List.copyOf(byService.getOrDefault(service.id(), List.of()));
    }

    /** The parts that this part itself calls. */
    public List<Part> callees(Part part) {
        return List.copyOf(byCaller.getOrDefault(part.id(), Set.of()));
    }

    /** The parts that call this part itself. */
    public List<Part> callers(Part part) {
        return List.copyOf(byCallee.getOrDefault(part.id(), Set.of()));
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
            byParent.getOrDefault(part.id(), List.of()).forEach(child -> below(child, into));
        }
    }
}
