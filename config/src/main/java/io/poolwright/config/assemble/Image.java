package io.poolwright.config.assemble;

import io.poolwright.model.stack.Version;
import java.util.Locale;
import java.util.Optional;

/**
 * The name of a container image, taken apart.
 *
 * @param name without registry and tag, in small letters: {@code library/nginx} is {@code nginx}
 * @param tag empty when none is written
 */
public record Image(String name, String tag) {

    /** The image of a written name such as {@code docker.io/library/nginx:1.25-alpine@sha256:…}. */
    public static Image of(String written) {
        String bare = written.strip().replaceFirst("@.*$", "");
        int slash = bare.lastIndexOf('/');
        int colon = bare.indexOf(':', slash + 1);
        String path = colon < 0 ? bare : bare.substring(0, colon);
        String[] steps = path.split("/", -1);
        String last = steps[steps.length - 1].toLowerCase(Locale.ROOT);
        boolean official = steps.length == 1 || steps[steps.length - 2].equals("library");
        String name = official ? last : steps[steps.length - 2].toLowerCase(Locale.ROOT) + "/" + last;
        return new Image(name, colon < 0 ? "" : bare.substring(colon + 1));
    }

    /** The last step of the name. */
    public String last() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** The version that the tag names; empty for {@code latest}, {@code stable} and a tag that still holds a variable. */
    public Optional<Version> version() {
        return tag.contains("$") || !tag.matches("v?\\d.*") ? Optional.empty() : Version.in(tag);
    }

    /** Whether the tag names a version as far as its patch number, as {@code 1.25.3} does and {@code 1.25} does not. */
    public boolean isExact() {
        return tag.matches("v?\\d+\\.\\d+\\.\\d+.*");
    }
}
