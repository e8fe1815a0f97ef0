package io.poolwright.telemetry.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Seen;
import io.poolwright.model.live.Signal;
import io.poolwright.telemetry.FakeSource;
import io.poolwright.telemetry.Owner;
import io.poolwright.telemetry.jdbc.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerStatusTest {
    private final ServerStatus status = new ServerStatus(new Owner("db", ""));

    @Test
    void readsWhatMariadbWrote() {
        Table recorded = recorded();

        assertThat(status.seen(recorded, recorded).readings().get(0))
                .hasToString("db/database/mysql max=10.0 used=1.0 borrows=4.0");
    }

    /** Both answers of MariaDB 10.11.19 in one table. */
    private static Table recorded() {
        String text = new String(
                FakeSource.recorded(ServerStatusTest.class, "mariadb-10.11-status.tsv"), StandardCharsets.UTF_8);
        return table(text.strip().replace('\t', ' ').replace('\n', ' '));
    }

    @Test
    void readsSlotsAndSettings() {
        Seen seen = look(
                "Threads_connected 7 Connections 900 Aborted_connects 3", "max_connections 151 wait_timeout 28800");

        assertThat(seen.readings())
                .extracting(Reading::toString)
                .containsExactly("db/database/mysql max=151.0 used=7.0 borrows=900.0");
        assertThat(seen.inForce())
                .extracting(it -> it.setting() + "=" + it.value())
                .containsExactly("max_connections=151", "wait_timeout=28800s");
    }

    @Test
    void aVariableThatIsMissingIsUnknown() {
        Reading slots = look("Connections 900", "wait_timeout 28800").readings().get(0);

        assertThat(slots.get(Signal.USED)).isEmpty();
        assertThat(slots.get(Signal.MAX)).isEmpty();
    }

    @Test
    void failedAttemptsAreToldOnlyWhenEveryConnectionIsTaken() {
        look("Threads_connected 9 Aborted_connects 3", "max_connections 10");

        assertThat(look("Threads_connected 9 Aborted_connects 5", "max_connections 10")
                        .notices())
                .isEmpty();
        assertThat(look("Threads_connected 10 Aborted_connects 5", "max_connections 10")
                        .notices())
                .isEmpty();
        assertThat(look("Threads_connected 10 Aborted_connects 9", "max_connections 10")
                        .notices()
                        .get(0)
                        .text())
                .isEqualTo(
                        "4 attempts to connect failed since the look before, and all of max_connections 10 are taken");
    }

    private Seen look(String counted, String settings) {
        return status.seen(table(counted), table(settings));
    }

    private static Table table(String pairs) {
        List<Table.Row> rows = new ArrayList<>();
        String[] words = pairs.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            rows.add(new Table.Row(Map.of("variable_name", words[i], "value", words[i + 1])));
        }
        return Table.of(rows, false);
    }
}
