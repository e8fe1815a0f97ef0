package io.poolwright.config.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadersFuzzTest {
    @Test
    void noSpoiltFileBreaksAReader() throws IOException {
        ReadersFuzz fuzz = new ReadersFuzz(Path.of(System.getProperty("project.root"), "examples"));

        fuzz.run(0, 3_000);

        assertThat(fuzz.failures())
                .filteredOn(failure -> !failure.contains(" took "))
                .isEmpty();
    }
}
