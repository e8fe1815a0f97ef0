package io.poolwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CrashIT {
    /** Milliseconds from the start of the process to the first answer, on two cores. */
    private static final long LONGEST_START_MS = 10_000;

    @TempDir
    private Path folder;

    @Test
    void whatWasAcknowledgedIsThereAfterEachKill() throws Exception {
        CrashRounds.Result result = new CrashRounds(folder).run(10);

        assertThat(result.lost()).isEmpty();
        assertThat(result.events()).isPositive();
        assertThat(result.alerts()).isPositive();
        assertThat(result.slowestStart()).isLessThan(LONGEST_START_MS);
    }
}
