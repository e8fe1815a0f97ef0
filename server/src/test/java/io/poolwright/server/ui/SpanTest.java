package io.poolwright.server.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {
    private static final Instant NOW = Instant.parse("2026-11-21T14:02:11.250Z");

    @Test
    void withoutAnythingItIsTheLastQuarterOfAnHourAndLive() {
        Span span = Span.of(null, null, null, NOW);

        assertThat(Duration.between(span.from(), span.to())).isEqualTo(Duration.ofMinutes(15));
        assertThat(span.live()).isTrue();
        assertThat(span.last()).contains("15m");
    }

    @ParameterizedTest
    @CsvSource({
        "1m, 60, 1m",
        "90m, 5400, 90m",
        "6h, 21600, 6h",
        "24h, 86400, 1d",
        "7d, 604800, 7d",
        "9999d, 34560000, 400d"
    })
    void readsANumberAndAUnit(String last, long seconds, String again) {
        Span span = Span.of(last, null, null, NOW);

        assertThat(Duration.between(span.from(), span.to()).toSeconds()).isEqualTo(seconds);
        assertThat(span.last()).contains(again);
    }

    @Test
    void aPermalinkLeadsToTheSameTimeForGood() {
        Span span = Span.of(null, "2026-11-21T13:45:00Z", "2026-11-21T14:00:00Z", NOW);

        assertThat(span.permalink()).isEqualTo("?from=2026-11-21T13:45:00Z&to=2026-11-21T14:00:00Z");
        assertThat(span.live()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0m", "m", "1", "1w", "-5m", "10000m", "1m&x"})
    void refusesWhatIsNoLengthAndSaysWhatIsAccepted(String last) {
        assertThatThrownBy(() -> Span.of(last, null, null, NOW))
                .isInstanceOf(BadSpanException.class)
                .hasMessage("found last=%s; accepted: a number and m, h or d, such as last=15m", last);
    }

    @Test
    void refusesAnEndBeforeItsBeginning() {
        assertThatThrownBy(() -> Span.of(null, "2026-11-21T14:00:00Z", "2026-11-21T14:00:00Z", NOW))
                .isInstanceOf(BadSpanException.class)
                .hasMessageContaining("from before to");
    }

    @Property(tries = 300)
    void neverThrowsAnythingElse(@ForAll String last, @ForAll String from, @ForAll String to) {
        try {
            Span.of(last, null, null, NOW);
            Span.of(null, from, to, NOW);
        } catch (BadSpanException e) {
            assertThat(e.getMessage()).startsWith("found ");
        }
    }
}
