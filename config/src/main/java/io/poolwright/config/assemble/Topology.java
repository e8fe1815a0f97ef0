package io.poolwright.config.assemble;

import io.poolwright.model.stack.Address;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Link;
import io.poolwright.model.stack.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Follows every call to the parts that listen there.
 *
 * <p>A name is looked up among the deployed units of the caller's own project, and in other projects only when it is there
 * just once. The own host is the unit (or pod) of the caller; for a program that no unit runs it is the machine, with the
 * ports that units publish.
 */
final class Topology {
    private static final Set<String> OWN_HOST = Set.of("localhost", "127.0.0.1", "::1", "[::1]", "0.0.0.0");
    private static final Set<String> MACHINE = Set.of("host.docker.internal", "gateway.docker.internal", "172.17.0.1");

    private final List<Part> parts;
    private final List<Part> listeners;
    private final Map<String, Part> byId = new HashMap<>();
    private final Map<String, Workload> units = new HashMap<>();
    private final Map<String, Set<Workload>> byName = new HashMap<>();
    private final Map<String, List<Part>> byUnit = new HashMap<>();

    private Topology(Assembly assembly) {
        this.parts = assembly.parts();
        this.listeners = parts.stream()
                .filter(part -> part.kind() != Kind.SERVICE && !part.listens().isEmpty())
                .toList();
        parts.forEach(part -> byId.put(part.id(), part));
        for (Workload unit : assembly.workloads()) {
            units.put(unit.service().id(), unit);
            unit.names()
                    .forEach(name -> byName.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new LinkedHashSet<>())
                            .add(unit));
        }
        for (Part part : listeners) {
            unitOf(part).ifPresent(unit -> byUnit.computeIfAbsent(unit.service().id(), key -> new ArrayList<>())
                    .add(part));
        }
    }

    static List<Link> links(Assembly assembly) {
        Topology topology = new Topology(assembly);
        Set<Link> links = new LinkedHashSet<>();
        for (Part caller : topology.parts) {
            for (Address call : caller.calls()) {
                topology.listeners(caller, call).forEach(part -> links.add(new Link(caller.id(), part.id(), call)));
            }
        }
        return new ArrayList<>(links);
    }

    private List<Part> listeners(Part caller, Address call) {
        String host = call.host().toLowerCase(Locale.ROOT);
        Optional<Workload> home = unitOf(caller);
        if (MACHINE.contains(host)
                || (OWN_HOST.contains(host)
                        && home.filter(unit -> !onMachine(unit)).isEmpty())) {
            return listening(caller, part -> onMachine(part, call));
        }
        if (OWN_HOST.contains(host)) {
            return listening(
                    caller,
                    part -> unitOf(part)
                                    .filter(unit -> together(unit, home.orElseThrow()))
                                    .isPresent()
                            && listens(part, call.port()));
        }
        List<Workload> named = named(host, caller, home);
        if (named.isEmpty()) {
            List<Part> literal = listening(caller, part -> part.listens().stream()
                    .anyMatch(at -> at.host().equalsIgnoreCase(host) && samePort(at, call.port())));
            return literal.isEmpty() && home.isEmpty() ? onlyAt(caller, call) : literal;
        }
        return named.stream()
                .flatMap(unit -> byUnit.getOrDefault(unit.service().id(), List.of()).stream()
                        .filter(part ->
                                part != caller && listens(part, call.port().map(port -> behind(unit, port)))))
                .toList();
    }

    /**
     * Where nothing says what runs a file, a host name means nothing to us: then the only program whose files say that it
     * listens at this very port is meant, if there is just one.
     */
    private List<Part> onlyAt(Part caller, Address call) {
        List<Part> found = listening(
                caller,
                part -> unitOf(part).isEmpty()
                        && !root(part).equals(root(caller))
                        && part.listens().stream()
                                .anyMatch(
                                        at -> at.port().isPresent() && at.port().equals(call.port())));
        return found.stream().map(this::root).distinct().count() == 1 ? found : List.of();
    }

    private Part root(Part part) {
        Part root = part;
        for (int steps = 0; steps < 20; steps++) {
            Optional<Part> above = root.parent().map(byId::get);
            if (above.isEmpty()) {
                break;
            }
            root = above.get();
        }
        return root;
    }

    private interface Test {
        boolean holds(Part part);
    }

    private List<Part> listening(Part caller, Test test) {
        return listeners.stream()
                .filter(part -> part != caller)
                .filter(test::holds)
                .toList();
    }

    private List<Workload> named(String host, Part caller, Optional<Workload> home) {
        List<Workload> all =
                candidates(host).stream().filter(unit -> answersTo(unit, host)).toList();
        Set<String> projects = new TreeSet<>();
        all.forEach(unit -> projects.add(project(unit)));
        String chosen = home.map(Topology::project)
                .filter(projects::contains)
                .or(() -> nearest(caller, projects))
                .orElse("");
        return all.stream().filter(unit -> project(unit).equals(chosen)).toList();
    }

    /** The units with this name, or with a beginning of it up to a dot. */
    private Set<Workload> candidates(String host) {
        Set<Workload> candidates = new LinkedHashSet<>(byName.getOrDefault(host, Set.of()));
        for (int dot = host.indexOf('.'); dot > 0; dot = host.indexOf('.', dot + 1)) {
            candidates.addAll(byName.getOrDefault(host.substring(0, dot), Set.of()));
        }
        return candidates;
    }

    /** The project whose files lie nearest to the caller's; empty when two lie equally near. */
    private static Optional<String> nearest(Part caller, Set<String> projects) {
        int deepest = projects.stream()
                .mapToInt(one -> shared(one, caller.id()))
                .max()
                .orElse(0);
        List<String> near = projects.stream()
                .filter(one -> shared(one, caller.id()) == deepest)
                .toList();
        return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
    }

    /** How many folders two paths share from the root on. */
    private static int shared(String a, String b) {
        String[] left = a.split("/", -1);
        String[] right = b.split("/", -1);
        int same = 0;
        while (same < left.length - 1 && same < right.length - 1 && left[same].equals(right[same])) {
            same++;
        }
        return same;
    }

    private static boolean answersTo(Workload unit, String host) {
        for (String name : unit.names()) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (host.equals(lower)) {
                return true;
            }
            if (unit.service().product().equals("kubernetes") && host.startsWith(lower + ".")) {
                String rest = host.substring(lower.length() + 1);
                if (!rest.contains(".") || rest.endsWith(".svc") || rest.contains(".svc.")) {
                    return true; // name.namespace, name.namespace.svc.cluster.local
                }
            }
        }
        return false;
    }

    private static String project(Workload unit) {
        return setting(unit, "project").orElse("");
    }

    private static boolean together(Workload a, Workload b) {
        return a.equals(b)
                || (setting(a, "pod").isPresent() && setting(a, "pod").equals(setting(b, "pod")));
    }

    /** Whether the machine's network is the unit's own. */
    private static boolean onMachine(Workload unit) {
        return setting(unit, "network_mode").filter("host"::equals).isPresent();
    }

    private boolean onMachine(Part part, Address call) {
        Optional<Workload> unit = unitOf(part);
        if (unit.isEmpty() || onMachine(unit.get())) {
            return listens(part, call.port());
        }
        return call.port()
                .flatMap(port -> setting(unit.get(), "published " + port))
                .filter(target -> part.listens().stream().anyMatch(at -> at.port()
                        .map(port -> target.equals(port.toString()))
                        .orElse(false)))
                .isPresent();
    }

    /** The port of the container behind a port of its service. */
    private static int behind(Workload unit, int port) {
        return setting(unit, "port " + port).map(Integer::parseInt).orElse(port);
    }

    private static Optional<String> setting(Workload unit, String name) {
        return unit.service().settings().find(name).filter(one -> one.isKnown()).map(one -> String.valueOf(one.get()));
    }

    private static boolean listens(Part part, Optional<Integer> port) {
        return part.listens().stream().anyMatch(at -> samePort(at, port));
    }

    private static boolean samePort(Address listens, Optional<Integer> port) {
        return listens.port().isEmpty() || port.isEmpty() || listens.port().equals(port);
    }

    private Optional<Workload> unitOf(Part part) {
        Optional<String> service = part.service();
        Optional<Part> above = part.parent().map(byId::get);
        for (int steps = 0; service.isEmpty() && above.isPresent() && steps < 20; steps++) {
            service = above.get().service();
            above = above.get().parent().map(byId::get);
        }
        return service.map(units::get);
    }
}
