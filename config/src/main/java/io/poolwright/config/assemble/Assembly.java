package io.poolwright.config.assemble;

import io.poolwright.config.source.SourceFile;
import io.poolwright.config.source.Tree;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One environment's stack while it is made. Orchestrators come first, so that the others can ask who runs a file. */
public final class Assembly {
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final List<Workload> workloads = new ArrayList<>();
    private final List<SourceFile> embedded = new ArrayList<>();
    private final List<Setting<?>> declared = new ArrayList<>();

    /** Adds a part. */
    public void add(Part part) {
        if (parts.putIfAbsent(part.id(), part) != null) {
            throw new IllegalStateException("two parts are called " + part.id());
        }
    }

    /** Adds a part unless there is one of its id: the same file may reach us by two ways. */
    public void addOnce(Part part) {
        parts.putIfAbsent(part.id(), part);
    }

    /** Whether there is a part of this id. */
    public boolean contains(String id) {
        return parts.containsKey(id);
    }

    /** Adds a deployed unit, with its part. */
    public void add(Workload workload) {
        add(workload.service());
        workloads.add(workload);
    }

    /** Gives units whose image nobody builds here the module of the tree that it must hold, where that is certain. */
    public void findHomes(Tree tree) {
        List<Workload> found = Homes.found(workloads, tree);
        workloads.clear();
        workloads.addAll(found);
    }

    /** Adds a file that stands inside a manifest, such as an item of a ConfigMap. */
    public void addEmbedded(SourceFile file) {
        embedded.add(file);
    }

    /** Adds what {@code poolwright.yaml} says, by dotted key. */
    public void declare(Setting<?> fact) {
        declared.add(fact);
    }

    /** The deployed units. */
    public List<Workload> workloads() {
        return List.copyOf(workloads);
    }

    /** The files inside manifests. */
    public List<SourceFile> embedded() {
        return List.copyOf(embedded);
    }

    /** The parts so far. */
    public List<Part> parts() {
        return List.copyOf(parts.values());
    }

    /** What {@code poolwright.yaml} says. */
    public List<Setting<?>> declared() {
        return List.copyOf(declared);
    }

    /** The units that run with this file, in the order of certainty: by mount or copy, then by the folder they are built from. */
    public List<Workload> running(String relative) {
        return Ownership.of(relative, workloads);
    }

    /** The only unit that certainly runs with this file. */
    public Optional<Workload> theOneRunning(String relative) {
        List<Workload> all = running(relative);
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }
}
