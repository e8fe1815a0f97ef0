package io.poolwright.cli.audit;

import io.poolwright.cli.UnmetNeedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One form and where it goes.
 *
 * @param file empty for standard output
 */
public record Output(Format format, Optional<Path> file) {

    /**
     * The outputs that were asked for: {@code FORMAT} or {@code FORMAT=FILE}, several in one word with commas.
     *
     * @param output where the only format without a file of its own goes
     */
    public static List<Output> parse(List<String> written, Optional<Path> output) {
        List<Output> outputs = new ArrayList<>();
        for (String one : written.isEmpty() ? List.of("text") : written) {
            for (String part : one.split(",", -1)) {
                int equals = part.indexOf('=');
                Format format = format(equals < 0 ? part : part.substring(0, equals));
                String file = equals < 0 ? "" : part.substring(equals + 1);
                if (equals >= 0 && file.isEmpty()) {
                    throw new UnmetNeedException("--format %s: no file behind '='; write: --format %s=audit.%s"
                            .formatted(part, format.id(), format.id()));
                }
                outputs.add(new Output(format, equals < 0 ? output : Optional.of(Path.of(file))));
            }
        }
        List<Output> together =
                outputs.stream().filter(one -> one.file().equals(output)).toList();
        if (together.size() > 1) {
            throw new UnmetNeedException(
                    "--format: %s would go to one place; give each but one a file: --format %s=audit.%s"
                            .formatted(
                                    together.stream()
                                            .map(one -> one.format().id())
                                            .collect(Collectors.joining(" and ")),
                                    together.get(1).format().id(),
                                    together.get(1).format().id()));
        }
        return outputs;
    }

    private static Format format(String written) {
        String word = written.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(Format.values())
                .filter(format -> format.id().equals(word))
                .findFirst()
                .orElseThrow(() -> new UnmetNeedException("--format: found '%s'; accepted: %s; write: --format json"
                        .formatted(
                                written,
                                Arrays.stream(Format.values()).map(Format::id).collect(Collectors.joining(", ")))));
    }
}
