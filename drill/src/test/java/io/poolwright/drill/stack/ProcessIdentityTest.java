package io.poolwright.drill.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessIdentityTest {
    private static final String REST = " 1 1 1 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 %d 1000 20 18446744073709551615";

    @Test
    void countsFieldsFromTheLastBracketOfTheName() {
        String stat = "42 (a) S (b)) S" + REST.formatted(123456);

        assertThat(ProcessIdentity.startTicks(stat)).contains(123456L);
    }

    @Test
    void zombieIsNotAlive() {
        assertThat(ProcessIdentity.startTicks("42 (java) Z" + REST.formatted(1)))
                .isEmpty();
    }

    @Test
    void sameNumberWithAnotherStartIsAnotherProcess() {
        ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();
        ProcessIdentity stranger = new ProcessIdentity(self.pid(), self.startTicks() + 1, self.boot());
        ProcessIdentity fromAnotherBoot = new ProcessIdentity(self.pid(), self.startTicks(), "earlier");

        assertThat(self.alive()).isTrue();
        assertThat(stranger.alive()).isFalse();
        assertThat(fromAnotherBoot.alive()).isFalse();
    }

    @Test
    void noteSaysWhatWasWritten(@TempDir Path folder) throws IOException {
        PidFile written = new PidFile(new ProcessIdentity(7, 99, "boot-id"), Role.SHOP, "java -cp x\nMain");

        written.write(folder.resolve("000-shop-1.pid"));

        assertThat(PidFile.read(folder.resolve("000-shop-1.pid")))
                .isEqualTo(new PidFile(new ProcessIdentity(7, 99, "boot-id"), Role.SHOP, "java -cp x Main"));
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }
}
