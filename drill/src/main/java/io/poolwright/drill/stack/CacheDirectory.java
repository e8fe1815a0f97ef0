package io.poolwright.drill.stack;

import java.nio.file.Path;
import java.util.Map;

/** The folder in which Poolwright keeps what it can make again: XDG Base Directory Specification 0.8. */
final class CacheDirectory {
    private CacheDirectory() {}

    static Path of(Map<String, String> environment, String home) {
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        // The specification: a relative path is invalid and must be ignored.
        Path base = xdg.startsWith("/") ? Path.of(xdg) : Path.of(home, ".cache");
        return base.resolve("poolwright");
    }

    static Path ofThisUser() {
        return of(System.getenv(), System.getProperty("user.home"));
    }
}
