package io.poolwright.server.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class CursorTest {
    @Property(tries = 200)
    void whatWasGivenOutIsUnderstood(@ForAll @LongRange(min = -1_000_000_000L, max = 10_000_000_000L) long second) {
        Cursor cursor = new Cursor(Instant.ofEpochSecond(second, 123_456_000), "42");

        assertThat(Cursor.parse(cursor.text())).contains(cursor);
    }

    @Property(tries = 500)
    void anythingElseIsNoCursorAndNoFailure(@ForAll String text) {
        Cursor.parse(text).ifPresent(it -> assertThat(it.id()).isNotEmpty());
    }

    @Test
    void aTimeBeyondAllTimeIsNoCursor() {
        assertThat(Cursor.parse("OTk5OTk5OTk5OTk5OTk5OTk5OTk5OjE")).isEmpty();
        assertThat(Cursor.parse("OTIyMzM3MjAzNjg1NDc3NTgwNzox")).isPresent();
    }
}
