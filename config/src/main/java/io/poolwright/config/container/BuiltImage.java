package io.poolwright.config.container;

import io.poolwright.config.assemble.Sources;
import io.poolwright.config.source.SourceFile;
import io.poolwright.config.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An image that is built from the tree: what its Dockerfile says.
 *
 * @param folder the build context, below the root of the tree
 * @param dockerfileFolder the folder of its Dockerfile, below the root of the tree
 * @param stages the stage that is built and those of the file that it stands upon, nearest first; none without a Dockerfile
 */
public record BuiltImage(String folder, String dockerfileFolder, List<DockerStage> stages) {

    /**
     * The image of a build context.
     *
     * @param context folder below the root of the tree
     * @param dockerfile its path below the context
     * @param target the stage; empty for the last
     */
    public static BuiltImage of(Sources sources, String context, String dockerfile, Optional<String> target) {
        String path = Tree.normal(context + "/" + dockerfile).orElse(context + "/Dockerfile");
        Optional<SourceFile> file = sources.tree().file(path);
        Optional<Dockerfile> read = file.flatMap(
                found -> sources.parse(found, "dockerfile", one -> Dockerfile.parse(one.path(), one.text())));
        List<DockerStage> stages = read.flatMap(parsed -> parsed.stage(target)
                        .or(() -> parsed.stage(Optional.empty()))
                        .map(parsed::lineage))
                .orElse(List.of());
        return new BuiltImage(context, FilePaths.folder(path), stages);
    }

    /** The image of somebody else that it is built upon. */
    public Optional<Written> base() {
        return stages.isEmpty()
                ? Optional.empty()
                : Optional.of(stages.get(stages.size() - 1).from());
    }

    /** Variables that the image brings. */
    public Map<String, Written> environment() {
        Map<String, Written> environment = new LinkedHashMap<>();
        for (int i = stages.size() - 1; i >= 0; i--) {
            environment.putAll(stages.get(i).environment());
        }
        return environment;
    }

    /** Its entry point. */
    public List<Written> entrypoint() {
        return stages.stream()
                .map(DockerStage::entrypoint)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Its command. */
    public List<Written> command() {
        return stages.stream()
                .map(DockerStage::command)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Ports that it declares. */
    public List<Integer> ports() {
        return stages.stream().flatMap(stage -> stage.ports().stream()).toList();
    }

    /** Files and folders of the tree that it takes in, by their place in the image. */
    public Map<String, String> copies(Tree tree) {
        Map<String, String> copies = new LinkedHashMap<>();
        List<DockerCopy> all = new ArrayList<>();
        stages.forEach(stage -> all.addAll(stage.copies()));
        for (DockerCopy copy : all) {
            Optional<String> source = Tree.normal(folder + "/" + copy.source());
            if (source.isEmpty() || source.get().equals(folder) || source.get().isEmpty()) {
                continue;
            }
            List<SourceFile> files = copy.source().contains("*")
                    ? tree.matching(source.get())
                    : tree.file(source.get()).stream().toList();
            boolean intoFolder = copy.target().endsWith("/")
                    || copy.target().equals(".")
                    || copy.source().contains("*");
            for (SourceFile file : files) {
                copies.put(intoFolder ? FilePaths.join(copy.target(), file.name()) : copy.target(), file.relative());
            }
            if (files.isEmpty()) {
                copies.putIfAbsent(copy.target(), source.get());
            }
        }
        return copies;
    }
}
