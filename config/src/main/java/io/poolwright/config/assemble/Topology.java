package io.poolwright.config.assemble;

import io.poolwright.model.stack.Address;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Link;
import io.poolwright.model.stack.Part;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Follows every call to the parts that listen there: by the names of deployed units, and by port on the own host. */
final class Topology {
    private static final Set<String> OWN_HOST =
            Set.of("localhost", "127.0.0.1", "::1", "[::1]", "0.0.0.0", "host.docker.internal");

    private final Assembly assembly;

    private Topology(Assembly assembly) {
        this.assembly = assembly;
    }

    static List<Link> links(Assembly assembly) {
        Topology topology = new Topology(assembly);
        Set<Link> links = new LinkedHashSet<>();
        for (Part caller : assembly.parts()) {
            for (Address call : caller.calls()) {
                topology.listeners(caller, call).forEach(part -> links.add(new Link(caller.id(), part.id(), call)));
            }
        }
        return new ArrayList<>(links);
    }

    private List<Part> listeners(Part caller, Address call) {
        String host = call.host().toLowerCase(Locale.ROOT);
        List<Workload> named = assembly.workloads().stream()
                .filter(unit -> answersTo(unit, host))
                .toList();
        return assembly.parts().stream()
                .filter(part -> part != caller && part.kind() != Kind.SERVICE)
                .filter(part ->
                        part.listens().stream().anyMatch(at -> samePort(at, call) && reaches(part, at, host, named)))
                .toList();
    }

    private static boolean answersTo(Workload unit, String host) {
        return unit.names().stream()
                .anyMatch(name -> host.equalsIgnoreCase(name)
                        || host.startsWith(name.toLowerCase(Locale.ROOT) + ".")); // name.namespace.svc.cluster.local
    }

    private static boolean samePort(Address listens, Address call) {
        return listens.port().isEmpty()
                || call.port().isEmpty()
                || listens.port().equals(call.port());
    }

    private boolean reaches(Part part, Address listens, String host, List<Workload> named) {
        if (!named.isEmpty()) {
            return serviceOf(part)
                    .filter(id ->
                            named.stream().anyMatch(unit -> unit.service().id().equals(id)))
                    .isPresent();
        }
        if (OWN_HOST.contains(host)) {
            return serviceOf(part).isEmpty() || listens.port().isPresent();
        }
        return listens.host().equalsIgnoreCase(host);
    }

    private Optional<String> serviceOf(Part part) {
        if (part.service().isPresent()) {
            return part.service();
        }
        return part.parent()
                .flatMap(parent -> assembly.parts().stream()
                        .filter(one -> one.id().equals(parent))
                        .findFirst())
                .flatMap(this::serviceOf);
    }
}
