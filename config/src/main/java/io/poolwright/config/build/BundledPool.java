package io.poolwright.config.build;

import io.poolwright.model.stack.Version;
import java.util.Optional;

/**
 * Which HikariCP comes with which Spring Boot, when the build does not say otherwise.
 *
 * <p>Source: {@code hikaricp.version} in the published {@code spring-boot-dependencies} of each line, its latest release.
 */
public final class BundledPool {
    private BundledPool() {}

    /** HikariCP's version for a Spring Boot version; empty for lines that are not known. */
    public static Optional<Version> hikari(Version springBoot) {
        if (springBoot.atLeast(5, 0, 0) || !springBoot.atLeast(2, 0, 0)) {
            return Optional.empty();
        }
        String version;
        if (springBoot.atLeast(4, 0, 0)) {
            version = "7.0.2";
        } else if (springBoot.atLeast(3, 5, 0)) {
            version = "6.3.0";
        } else if (springBoot.atLeast(3, 3, 0)) {
            version = "5.1.0";
        } else if (springBoot.atLeast(3, 0, 0)) {
            version = "5.0.1";
        } else if (springBoot.atLeast(2, 5, 0)) {
            version = "4.0.3";
        } else if (springBoot.atLeast(2, 2, 0)) {
            version = "3.4.5";
        } else {
            version = springBoot.atLeast(2, 1, 0) ? "3.2.0" : "2.7.9";
        }
        return Version.in(version);
    }
}
