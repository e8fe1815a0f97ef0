package io.poolwright.config.build;

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
        if (springBoot.isAtLeast(5) || !springBoot.isAtLeast(2, 0)) {
            return Optional.empty();
        }
        String version;
        if (springBoot.isAtLeast(4)) {
            version = "7.0.2";
        } else if (springBoot.isAtLeast(3, 5)) {
            version = "6.3.0";
        } else if (springBoot.isAtLeast(3, 3)) {
            version = "5.1.0";
        } else if (springBoot.isAtLeast(3, 0)) {
            version = "5.0.1";
        } else if (springBoot.isAtLeast(2, 5)) {
            version = "4.0.3";
        } else if (springBoot.isAtLeast(2, 2)) {
            version = "3.4.5";
        } else {
            version = springBoot.isAtLeast(2, 1) ? "3.2.0" : "2.7.9";
        }
        return Version.of(version);
    }
}
