package io.poolwright.config.ini;

import io.poolwright.model.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Files of a test by their paths, as they are written in the include. */
public record MapIncludes(Map<String, String> files) implements Includes {
    @Override
    public Optional<IncludedText> file(Origin from, String path) {
        return Optional.ofNullable(files.get(path)).map(text -> new IncludedText(path, text));
    }

    @Override
    public Optional<List<IncludedText>> folder(Origin from, String path, String suffix) {
        List<IncludedText> found = new TreeMap<>(files)
                .entrySet().stream()
                        .filter(file -> file.getKey().startsWith(path + "/")
                                && file.getKey().endsWith(suffix))
                        .map(file -> new IncludedText(file.getKey(), file.getValue()))
                        .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }
}
