package io.poolwright.drill.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheDirectoryTest {

    @Test
    void followsTheXdgSpecification() {
        assertThat(CacheDirectory.of(Map.of(), "/home/ann")).isEqualTo(Path.of("/home/ann/.cache/poolwright"));
        assertThat(CacheDirectory.of(Map.of("XDG_CACHE_HOME", "/var/c"), "/home/ann"))
                .isEqualTo(Path.of("/var/c/poolwright"));
        assertThat(CacheDirectory.of(Map.of("XDG_CACHE_HOME", "relative"), "/home/ann"))
                .isEqualTo(Path.of("/home/ann/.cache/poolwright"));
    }
}
