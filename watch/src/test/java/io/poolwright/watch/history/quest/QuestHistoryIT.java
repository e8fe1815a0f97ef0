package io.poolwright.watch.history.quest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.poolwright.model.live.Measure;
import io.poolwright.watch.history.Retention;
import io.poolwright.watch.history.Trend;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A store whose process is killed, and one whose disk is full. */
final class QuestHistoryIT {
    private static final int ROUNDS = 10;

    @TempDir
    Path folder;

    @Test
    @Timeout(300)
    void afterEveryKillAllThatWasAcknowledgedIsThere() throws IOException, InterruptedException {
        int next = 0;
        int acknowledged = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Process child = child(folder.toString(), Integer.toString(next));
            try (BufferedReader said = child.inputReader()) {
                for (int i = 0; i < 40 + 17 * round; i++) {
                    acknowledged = Integer.parseInt(said.readLine());
                }
                child.toHandle().destroyForcibly(); // which leaves what it said to be read
                for (String line = said.readLine(); line != null; line = said.readLine()) {
                    acknowledged = Integer.parseInt(line); // said between the last that we read and the end
                }
            } finally {
                child.destroyForcibly();
                child.waitFor();
            }
            next = acknowledged + 2; // one more may have been written and not acknowledged
            verify(acknowledged, round);
        }
    }

    private void verify(int acknowledged, int round) {
        Clock clock = Clock.fixed(HistoryChild.at(acknowledged), ZoneOffset.UTC);
        long before = System.nanoTime();
        try (QuestHistory history = QuestHistory.in(folder, Retention.usual().withReserve(0), clock)) {
            assertThat(history.flush()).as(history.health().lastError()).isTrue();
            double seconds = (System.nanoTime() - before) / 1e9;
            System.out.printf("round %d: %d acknowledged, open after %.2f s%n", round, acknowledged, seconds);
            assertThat(seconds).isLessThan(10);
            assertThat(history.health().pools()).isEqualTo(HistoryChild.POOLS);
            for (int pool = 0; pool < HistoryChild.POOLS; pool += 67) {
                Trend trend = history.range(
                                HistoryChild.pool(pool),
                                EnumSet.of(Measure.USED),
                                HistoryChild.at(0),
                                HistoryChild.at(acknowledged),
                                Duration.ofSeconds(1))
                        .value()
                        .orElseThrow();
                for (int i = 0; i < trend.size(); i++) {
                    long number = (trend.atMillis()[i] - HistoryChild.at(0).toEpochMilli()) / 1000;
                    assertThat(trend.mean(Measure.USED)[i]).isEqualTo(number);
                }
                // each round but the first left at most one number out
                assertThat(trend.size()).isBetween(acknowledged + 1 - round, acknowledged + 1);
            }
        }
    }

    @Test
    @Timeout(120)
    void aFullDiskCostsRowsAndNothingElse() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=56m", "tmpfs", disk.toString()), "cannot mount a small disk");
        try {
            Path ballast = disk.resolve("ballast");
            Files.write(ballast, new byte[12 << 20]);
            Process child = child(disk.resolve("history").toString(), "0", ballast.toString());
            List<String> said = new ArrayList<>();
            try (BufferedReader reader = child.inputReader()) {
                reader.lines().forEach(said::add);
            }
            assertThat(child.waitFor()).as(said.toString()).isZero();
            System.out.println(said);
            assertThat(said.get(0)).startsWith("FULL history in ");
            assertThat(said.get(1)).startsWith("DROPPED ").isNotEqualTo("DROPPED 0");
            assertThat(said.get(2)).isEqualTo("AGAIN true 0");
        } finally {
            run("umount", disk.toString());
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Process child(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                HistoryChild.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
