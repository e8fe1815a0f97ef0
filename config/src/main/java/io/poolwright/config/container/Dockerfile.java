package io.poolwright.config.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The build stages of a {@code Dockerfile}. Never refuses a text: a line that is no instruction is passed over.
 *
 * @param stages in order; the last is what is built unless another is asked for
 */
public record Dockerfile(List<DockerStage> stages) {
    public Dockerfile {
        stages = List.copyOf(stages);
    }

    /** Reads a text. */
    public static Dockerfile parse(String file, String text) {
        List<DockerStage> stages = new ArrayList<>();
        List<DockerInstruction> before = new ArrayList<>();
        Optional<List<DockerInstruction>> open = Optional.empty();
        for (DockerInstruction instruction : DockerInstruction.all(file, text)) {
            if (instruction.keyword().equals("FROM")) {
                List<DockerInstruction> lines = new ArrayList<>();
                open = Optional.of(lines);
                stages.add(new DockerStage(instruction, before, lines));
            } else {
                open.orElse(before).add(instruction);
            }
        }
        return new Dockerfile(stages.stream().map(DockerStage::frozen).toList());
    }

    /** The stage of this name or number, or the last one. */
    public Optional<DockerStage> stage(Optional<String> target) {
        if (target.isEmpty()) {
            return stages.isEmpty() ? Optional.empty() : Optional.of(stages.get(stages.size() - 1));
        }
        String wanted = target.get().toLowerCase(Locale.ROOT);
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).name().orElse("").toLowerCase(Locale.ROOT).equals(wanted)
                    || String.valueOf(i).equals(wanted)) {
                return Optional.of(stages.get(i));
            }
        }
        return Optional.empty();
    }

    /** A stage and those of this file that it is built upon, the nearest first. */
    public List<DockerStage> lineage(DockerStage stage) {
        List<DockerStage> line = new ArrayList<>(List.of(stage));
        DockerStage below = stage;
        for (int steps = 0; steps < stages.size(); steps++) {
            Optional<DockerStage> next = stage(Optional.of(below.from().text()));
            if (next.isEmpty() || line.contains(next.get())) {
                break;
            }
            below = next.get();
            line.add(below);
        }
        return List.copyOf(line);
    }
}
