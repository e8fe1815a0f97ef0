package io.poolwright.cli.report.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where the page of a rule is: in the repository, on the web, in the jar. */
public final class RulePage {
    private static final String WEB = "https://github.com/poolwright/poolwright/blob/main/";
    private static final String JAR = "/io/poolwright/audit/docs/rules/";

    private RulePage() {}

    /** In the repository. */
    public static String path(String rule) {
        return "docs/rules/" + rule + ".md";
    }

    /** On the web. */
    public static String url(String rule) {
        return WEB + path(rule);
    }

    /** Its text; empty when the jar has none. */
    public static Optional<String> text(String rule) {
        try (InputStream page = RulePage.class.getResourceAsStream(JAR + rule + ".md")) {
            return page == null
                    ? Optional.empty()
                    : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the page of " + rule + " could not be read from the jar", e);
        }
    }
}
