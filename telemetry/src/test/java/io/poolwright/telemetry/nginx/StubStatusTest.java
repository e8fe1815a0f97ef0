package io.poolwright.telemetry.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.poolwright.telemetry.FakeSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StubStatusTest {
    /** In nginx's words, with larger numbers. */
    private static final String PAGE = "Active connections: 291 \nserver accepts handled requests\n"
            + " 16630948 16630946 31070465 \nReading: 6 Writing: 179 Waiting: 106 \n";

    @Test
    void readsWhatNginxWrote() throws IOException {
        String recorded = new String(
                FakeSource.recorded(StubStatusTest.class, "nginx-1.22-stub-status.txt"), StandardCharsets.UTF_8);

        assertThat(StubStatus.parse(recorded)).isEqualTo(new StubStatus(1, 2, 2, 2));
    }

    @Test
    void readsLargeNumbers() throws IOException {
        assertThat(StubStatus.parse(PAGE)).isEqualTo(new StubStatus(291, 16630948, 16630946, 31070465));
    }

    @Test
    void aPageWithMoreColumnsIsRead() throws IOException {
        String other = PAGE.replace("requests\n", "requests request_time\n").replace("31070465 ", "31070465 77");

        assertThat(StubStatus.parse(other).requests()).isEqualTo(31070465);
    }

    @Test
    void aMissingNumberIsNoZero() {
        assertThatThrownBy(() -> StubStatus.parse(PAGE.replace(": 291", ":")))
                .isInstanceOf(IOException.class)
                .hasMessage("answer is not the page of stub_status: a number is missing");
    }

    @Property(tries = 300)
    void neverThrowsAnythingElse(@ForAll String page) {
        assertThatThrownBy(() -> StubStatus.parse(page)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> StubStatus.parse("Active connections: 1\nserver accepts handled requests\n" + page))
                .isInstanceOf(IOException.class);
    }
}
