package io.poolwright.watch.configured;

import io.poolwright.config.source.Tree;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Link;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Stack;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which service a part belongs to, and what its copies are called. A balancer's backend is a service, its servers are the
 * copies; an application that no balancer calls is a service of its own.
 */
public final class Services {
    private final Stack stack;
    private final Tree tree;
    private final Map<String, Part> serverOf = new LinkedHashMap<>();

    /** The services of a stack that was read from a tree. */
    public Services(Stack stack, Tree tree) {
        this.stack = stack;
        this.tree = tree;
        for (Link link : stack.links()) {
            stack.part(link.from()).filter(from -> from.kind() == Kind.SERVER).ifPresent(server -> stack.part(link.to())
                    .map(this::root)
                    .ifPresent(application -> serverOf.putIfAbsent(application.id(), server)));
        }
    }

    /** The service of an application, or of a part of one. */
    public String of(Part part) {
        Part application = root(part);
        return Optional.ofNullable(serverOf.get(application.id()))
                .flatMap(stack::parent)
                .map(Part::name)
                .or(() -> written(application, "spring.application.name"))
                .orElseGet(application::name);
    }

    /** What this copy of the service is called: as the balancer calls it, or else as it calls itself. */
    public String instance(Part part) {
        Part application = root(part);
        return Optional.ofNullable(serverOf.get(application.id()))
                .map(Part::name)
                .orElseGet(application::name);
    }

    /** The one service behind a balancer; empty when there are none or several. */
    public Optional<Part> onlyBackend(Part proxy) {
        Set<Part> backends = new LinkedHashSet<>();
        serverOf.values().forEach(server -> stack.parent(server)
                .filter(backend -> stack.parent(backend).filter(proxy::equals).isPresent())
                .ifPresent(backends::add));
        return backends.size() == 1 ? Optional.of(backends.iterator().next()) : Optional.empty();
    }

    /** What the file of a part says about a key, as it is written. */
    public Optional<String> written(Part part, String key) {
        return tree.files().stream()
                .filter(file -> file.path().equals(part.origin().file()))
                .findFirst()
                .flatMap(file -> WrittenValue.of(file, key));
    }

    private Part root(Part part) {
        Part at = part;
        for (Optional<Part> above = stack.parent(at); above.isPresent(); above = stack.parent(at)) {
            at = above.get();
        }
        return at;
    }
}
