package io.poolwright.server.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.server.SmallDisk;
import io.poolwright.testkit.ManualClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full in the middle of a write, past what {@link Room} keeps free. */
final class FullDiskIT {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    private Path parent;

    @Test
    void whatIsRefusedIsNotThereAndWhatIsAcknowledgedIs() throws Exception {
        Path folder = Files.createDirectory(parent.resolve("disk"));
        try (SmallDisk disk = SmallDisk.at(folder, 48)) {
            Database database = Database.inFolder(folder);
            Events events = new Events(new Store(database, Room.in(folder)), new ManualClock(NOON));
            List<String> acknowledged = new ArrayList<>();
            write(events, acknowledged, "before ", 20);

            // Writes that began when there was room still, and are in the middle when there is none.
            Events underWay = new Events(new Store(database, Room.elsewhere()), new ManualClock(NOON));

            for (int round = 0; round < 3; round++) {
                disk.fill(0);

                assertThat(write(events, acknowledged, "begun when the disk is full", 10))
                        .isEqualTo(10);
                assertThat(write(underWay, acknowledged, "under way when the disk fills", 3))
                        .isZero();
                assertThat(folder.resolve("reserve")).as("given up").doesNotExist();
                assertThat(write(events, acknowledged, "begun after the reserve is gone", 10))
                        .isEqualTo(10);
                assertThat(titles(events)).as("what is there can be read").containsAll(acknowledged);

                disk.empty();

                assertThat(write(events, acknowledged, "with room again", 5)).isZero();
                assertThat(folder.resolve("reserve")).as("taken again").hasSize(Reserve.BYTES);
            }

            assertThat(titles(events)).containsAll(acknowledged);
            database.close();
            try (Database again = Database.inFolder(folder)) {
                assertThat(titles(new Events(new Store(again, Room.in(folder)), new ManualClock(NOON))))
                        .containsAll(acknowledged);
            }
        }
    }

    private static int write(Events events, List<String> acknowledged, String title, int count) {
        int refused = 0;
        for (int i = 0; i < count; i++) {
            String one = title + acknowledged.size() + " " + "x".repeat(200);
            try {
                events.record(NewEvent.seen(
                        NOON, EventKind.CHANGE, Optional.empty(), one, "{\"d\":\"%s\"}".formatted("d".repeat(30_000))));
                acknowledged.add(one);
            } catch (UnavailableException e) {
                refused++;
            }
        }
        return refused;
    }

    private static List<String> titles(Events events) {
        return events.page(EventFilter.ALL, Optional.empty(), Page.LARGEST).items().stream()
                .map(Event::title)
                .toList();
    }
}
