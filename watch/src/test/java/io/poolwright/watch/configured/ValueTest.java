package io.poolwright.watch.configured;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.stack.Bound;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ValueTest {
    @Test
    void aTimeHasAUnitAndABareNumberIsNone() {
        assertThat(Value.duration("30000ms")).contains(Duration.ofSeconds(30));
        assertThat(Value.duration("30 s")).contains(Duration.ofSeconds(30));
        assertThat(Value.duration("5min")).contains(Duration.ofMinutes(5));
        assertThat(Value.duration("30")).isEmpty();
        assertThat(Value.duration("99999999999999d")).isEmpty();
    }

    @Test
    void aToldTextIsReadAsWhatTheFilesHave() {
        assertThat(Value.like(20L, "20")).contains(20L);
        assertThat(Value.like(20L, "20ms")).isEmpty();
        assertThat(Value.like(Duration.ZERO, "1s")).contains(Duration.ofSeconds(1));
        assertThat(Value.like(Boolean.TRUE, "FALSE")).contains(false);
        assertThat(Value.like("text", "text")).isEmpty();
    }

    @Test
    void peopleReadUnits() {
        assertThat(Value.say(Duration.ofMinutes(30))).isEqualTo("30 min");
        assertThat(Value.say(Duration.ofMillis(1500))).isEqualTo("1500 ms");
        assertThat(Value.say(Bound.FOREVER)).isEqualTo("for ever");
        assertThat(Value.say(Bound.UNLIMITED)).isEqualTo("unlimited");
        assertThat(Value.say(20L)).isEqualTo("20");
    }
}
