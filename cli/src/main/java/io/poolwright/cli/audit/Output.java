package io.poolwright.cli.audit;

import io.poolwright.cli.UnmetNeedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One form and where it goes.
 *
 * @param <F> the forms that a command knows
 * @param file empty for standard output
 */
public record Output<F extends Enum<F>>(F format, Optional<Path> file) {

    /**
     * The outputs that were asked for: {@code FORMAT} or {@code FORMAT=FILE}, several in one word with commas.
     *
     * @param accepted the forms, the usual one first
     * @param output where the only format without a file of its own goes
     * @param stem of a file's name in a message: {@code audit}
     */
    public static <F extends Enum<F>> List<Output<F>> parse(
            List<F> accepted, List<String> written, Optional<Path> output, String stem) {
        List<Output<F>> outputs = new ArrayList<>();
        for (String one : written.isEmpty() ? List.of(id(accepted.get(0))) : written) {
            for (String part : one.split(",", -1)) {
                int equals = part.indexOf('=');
                F format = format(accepted, equals < 0 ? part : part.substring(0, equals));
                String file = equals < 0 ? "" : part.substring(equals + 1);
                if (equals >= 0 && file.isEmpty()) {
                    throw new UnmetNeedException("--format %s: no file behind '='; write: --format %s=%s.%s"
                            .formatted(part, id(format), stem, id(format)));
                }
                outputs.add(new Output<>(format, equals < 0 ? output : Optional.of(Path.of(file))));
            }
        }
        List<Output<F>> together =
                outputs.stream().filter(one -> one.file().equals(output)).toList();
        if (together.size() > 1) {
            throw new UnmetNeedException(
                    "--format: %s would go to one place; give each but one a file: --format %s=%s.%s"
                            .formatted(
                                    together.stream()
                                            .map(one -> id(one.format()))
                                            .collect(Collectors.joining(" and ")),
                                    id(together.get(1).format()),
                                    stem,
                                    id(together.get(1).format())));
        }
        return outputs;
    }

    /** The outputs of an audit that were asked for. */
    public static List<Output<Format>> parse(List<String> written, Optional<Path> output) {
        return parse(List.of(Format.values()), written, output, "audit");
    }

    /** Writes a file, and the folders that lead to it. */
    public static void write(Path file, String text) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UnmetNeedException("%s: it cannot be written: %s".formatted(file, e.getMessage()));
        }
    }

    private static String id(Enum<?> format) {
        return format.name().toLowerCase(Locale.ROOT);
    }

    private static <F extends Enum<F>> F format(List<F> accepted, String written) {
        String word = written.strip().toLowerCase(Locale.ROOT);
        return accepted.stream()
                .filter(format -> id(format).equals(word))
                .findFirst()
                .orElseThrow(() -> new UnmetNeedException("--format: found '%s'; accepted: %s; write: --format json"
                        .formatted(written, accepted.stream().map(Output::id).collect(Collectors.joining(", ")))));
    }
}
