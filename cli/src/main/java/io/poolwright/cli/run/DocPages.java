package io.poolwright.cli.run;

import io.poolwright.audit.explain.Library;
import io.poolwright.cli.audit.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The pages of the documentation that are packed into the jar. */
public final class DocPages {
    private static final String FOLDER = "/io/poolwright/audit/docs/";

    private DocPages() {}

    /** The knowledge in them. */
    public static Library library() {
        return new Library(DocPages::page, List.copyOf(Catalogue.shipped().specs()));
    }

    /** One page, by its path below {@code docs}. */
    static Optional<String> page(String path) {
        try (InputStream page = DocPages.class.getResourceAsStream(FOLDER + path)) {
            return page == null
                    ? Optional.empty()
                    : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the page " + path + " in our own jar", e);
        }
    }
}
