package io.poolwright.audit.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The packed pages, for tests. */
final class Docs {
    private Docs() {}

    static Optional<String> page(String path) {
        return resource("/io/poolwright/audit/docs/" + path);
    }

    static List<String> lines(String resource) {
        return resource(resource)
                .orElseThrow()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static Optional<String> resource(String path) {
        try (InputStream page = Docs.class.getResourceAsStream(path)) {
            return page == null
                    ? Optional.empty()
                    : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
