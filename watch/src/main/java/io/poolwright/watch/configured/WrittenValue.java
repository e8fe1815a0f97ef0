package io.poolwright.watch.configured;

import io.poolwright.config.source.SourceFile;
import io.poolwright.config.source.UnreadableFileException;
import io.poolwright.watch.targets.KeyedFile;
import java.nio.file.Path;
import java.util.Optional;

/** What a properties or YAML file of an application says about one key; a placeholder says nothing. */
final class WrittenValue {
    private WrittenValue() {}

    static Optional<String> of(SourceFile file, String key) {
        try {
            return KeyedFile.value(Path.of(file.name()), file.text(), key).filter(value -> !value.contains("${"));
        } catch (UnreadableFileException e) {
            return Optional.empty();
        }
    }
}
