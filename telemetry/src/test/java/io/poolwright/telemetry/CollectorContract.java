package io.poolwright.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every collector promises. A test class of a collector extends it. */
public abstract class CollectorContract {
    protected static final Duration DEADLINE = Duration.ofMillis(300);
    private static final Duration SLACK = Duration.ofMillis(700);

    /** A collector of a source that is well. */
    protected abstract Collector<?> answering();

    /** A collector of an address where nobody listens. */
    protected abstract Collector<?> refused();

    /** A collector, with {@link #DEADLINE}, of a server that plays the script for each connection. */
    protected abstract Collector<?> of(FakeSource.Script script);

    @Test
    void answersWhenItsSourceIsWell() {
        Collector<?> collector = answering();

        for (int look = 0; look < 3; look++) {
            assertThat(collector.collect()).isInstanceOf(Answer.Answered.class);
        }
    }

    @Test
    void isSilentWhenNobodyListens() {
        assertThat(reason(refused())).contains("refused");
    }

    @Test
    void isSilentInTimeWhenItsSourceSaysNothing() {
        assertThat(reason(of(FakeSource.nothing()))).contains("within 300 ms");
    }

    @Test
    void isSilentInTimeWhenItsSourceNeverEnds() {
        assertThat(reason(of(FakeSource.drops("HTTP/1.1 200 OK\r\n\r\n")))).isNotBlank();
    }

    @Test
    void isSilentWhenItsSourceTalksNonsense() {
        byte[] nonsense = new byte[5000];
        new Random(7).nextBytes(nonsense);

        assertThat(reason(of(FakeSource.answer(nonsense)))).isNotBlank();
        assertThat(reason(of(FakeSource.page(nonsense)))).isNotBlank();
        assertThat(reason(of(FakeSource.page("<html>hello</html>".getBytes(StandardCharsets.UTF_8)))))
                .isNotBlank();
    }

    @Test
    void isSilentWhenItsSourceHangsUp() {
        assertThat(reason(of(FakeSource.answer(new byte[0])))).isNotBlank();
    }

    private static String reason(Collector<?> collector) {
        long start = System.nanoTime();

        Answer<?> answer = collector.collect();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE.plus(SLACK));
        assertThat(answer).isInstanceOf(Answer.Silent.class);
        return ((Answer.Silent<?>) answer).reason();
    }
}
