package io.poolwright.config.assemble;

import io.poolwright.model.Origin;
import io.poolwright.model.stack.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A deployed unit as its orchestrator describes it: what runs, with which environment and files.
 *
 * @param service its part in the stack, of kind {@code SERVICE}
 * @param image name with tag, when one is written
 * @param environment its variables by name
 * @param arguments entrypoint and command, word by word
 * @param files paths in the tree of the files that it certainly runs with: mounted, copied into its image, or from its ConfigMap
 * @param folders folders in the tree whose sources are built into its image, or that are mounted
 * @param mounts container path → path in the tree, for files and folders
 * @param names every name by which others reach it: service name, container name, aliases, Kubernetes services
 * @param ports the ports that it is known to listen at, inside
 */
public record Workload(
        Part service,
        Optional<String> image,
        Map<String, Value> environment,
        List<Value> arguments,
        Set<String> files,
        Set<String> folders,
        Map<String, String> mounts,
        Set<String> names,
        Set<Integer> ports) {

    /**
     * A text with its place.
     *
     * @param text empty when it is written in a way that cannot be resolved, or is a secret from elsewhere
     */
    public record Value(Optional<String> text, Origin origin) {}

    /** The value of a variable that is known. */
    public Optional<Value> variable(String name) {
        return Optional.ofNullable(environment.get(name));
    }

    /** The same, built from these folders. */
    Workload in(Set<String> otherFolders) {
        return new Workload(service, image, environment, arguments, files, otherFolders, mounts, names, ports);
    }
}
