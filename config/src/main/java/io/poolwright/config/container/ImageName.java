package io.poolwright.config.container;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a container image, such as {@code registry.example.com:5000/team/shop:1.4.2-alpine@sha256:…}.
 *
 * @param repository without tag and digest; Docker Hub's own prefixes taken off, so that {@code docker.io/library/redis} is
 *     {@code redis}
 * @param tag after the colon; empty when there is none, and then {@code latest} is meant
 */
public record ImageName(String repository, Optional<String> tag) {
    private static final Pattern VERSION = Pattern.compile("^v?([0-9]+(?:\\.[0-9]+){0,4})(?![0-9a-zA-Z])");
    private static final List<String> HUB =
            List.of("docker.io/library/", "index.docker.io/library/", "docker.io/", "library/");

    /** Takes a name apart. */
    public static ImageName parse(String text) {
        String name = text.strip();
        int digest = name.indexOf('@');
        if (digest >= 0) {
            name = name.substring(0, digest);
        }
        int colon = name.lastIndexOf(':');
        boolean port = colon >= 0 && name.indexOf('/', colon) >= 0;
        Optional<String> tag = colon < 0 || port || colon + 1 == name.length()
                ? Optional.empty()
                : Optional.of(name.substring(colon + 1));
        String repository = colon < 0 || port ? name : name.substring(0, colon);
        for (String prefix : HUB) {
            if (repository.startsWith(prefix)) {
                return new ImageName(repository.substring(prefix.length()), tag);
            }
        }
        return new ImageName(repository, tag);
    }

    /** The last part of the repository, in lower case: {@code postgres} of {@code ghcr.io/team/postgres}. */
    public String program() {
        return repository.substring(repository.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    /** The version that the tag begins with, as in {@code 16.3} of {@code 16.3-alpine}; empty for {@code latest} and the like. */
    public Optional<String> version() {
        Matcher version = VERSION.matcher(tag.orElse(""));
        return version.find() ? Optional.of(version.group(1)) : Optional.empty();
    }
}
