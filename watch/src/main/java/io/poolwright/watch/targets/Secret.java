package io.poolwright.watch.targets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a password or token is, never the thing itself. It is read anew each time that it is needed, so that a rotated one
 * is taken up.
 */
public sealed interface Secret {
    /** No secret is needed, or none is known. */
    Secret NONE = new InFile(Path.of(""), Optional.empty());

    /** The secret itself; empty when there is none to be had. Not to be kept, logged or shown. */
    Optional<String> read(Map<String, String> environment);

    /** Where it is, for people. */
    String where();

    /**
     * In an environment variable.
     *
     * @param variable its name
     */
    record InEnvironment(String variable) implements Secret {
        public InEnvironment {
            Objects.requireNonNull(variable, "variable");
        }

        @Override
        public Optional<String> read(Map<String, String> environment) {
            return Optional.ofNullable(environment.get(variable));
        }

        @Override
        public String where() {
            return "environment variable " + variable;
        }
    }

    /**
     * In a file: all of it, or the value of a key.
     *
     * @param file where; the empty path stands for no secret
     * @param key of a properties or YAML file that holds more; the whole first line when empty
     */
    record InFile(Path file, Optional<String> key) implements Secret {
        private static final long MOST_BYTES = 1 << 20;

        public InFile {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(key, "key");
        }

        @Override
        public Optional<String> read(Map<String, String> environment) {
            if (file.toString().isEmpty()) {
                return Optional.empty();
            }
            try {
                if (Files.size(file) > MOST_BYTES) {
                    return Optional.empty();
                }
                String text = Files.readString(file, StandardCharsets.UTF_8);
                return key.isPresent()
                        ? KeyedFile.value(file, text, key.get())
                        : text.lines().findFirst().map(String::strip);
            } catch (IOException e) {
                return Optional.empty();
            }
        }

        @Override
        public String where() {
            return file.toString().isEmpty()
                    ? "nowhere"
                    : file + key.map(it -> " (" + it + ")").orElse("");
        }
    }
}
