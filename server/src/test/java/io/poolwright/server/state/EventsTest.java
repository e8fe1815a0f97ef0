package io.poolwright.server.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.poolwright.testkit.ManualClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class EventsTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123456Z");

    @TempDir
    private Path folder;

    private final ManualClock clock = new ManualClock(NOON);

    @ParameterizedTest
    @EnumSource
    void anEventIsReadAsItWasWritten(Engine engine) {
        Events events = new Events(engine.store(folder), clock);

        Event written = events.record(new NewEvent(
                NOON.minusSeconds(60),
                EventKind.DEPLOYMENT,
                Optional.of("shop"),
                "shop 1.4 – „neu“ \uD83D\uDE80",
                "{\"version\":\"1.4\"}",
                "user:ann"));

        assertThat(events.page(EventFilter.ALL, Optional.empty(), 10).items()).containsExactly(written);
        assertThat(written.at()).isEqualTo(NOON.minusSeconds(60));
        assertThat(written.recordedAt()).isEqualTo(NOON);
    }

    @ParameterizedTest
    @EnumSource
    void pagesMeetWithoutAGapWhileNewEventsCome(Engine engine) {
        Events events = new Events(engine.store(folder), clock);
        for (int i = 0; i < 7; i++) {
            events.record(change("change " + i, NOON.plusSeconds(i / 2))); // two share each second
        }

        List<String> titles = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        do {
            Page<Event> page = events.page(EventFilter.ALL, next, 2);
            page.items().forEach(it -> titles.add(it.title()));
            next = page.next().map(it -> Cursor.parse(it.text()).orElseThrow());
            events.record(change("later", NOON.plusSeconds(100)));
        } while (next.isPresent());

        assertThat(titles)
                .containsExactly("change 6", "change 5", "change 4", "change 3", "change 2", "change 1", "change 0");
    }

    @ParameterizedTest
    @EnumSource
    void aFilterTakesKindsServiceAndTime(Engine engine) {
        Events events = new Events(engine.store(folder), clock);
        events.record(change("before", NOON.minusSeconds(1)));
        events.record(change("on the line", NOON));
        events.record(change("the end itself is not in it", NOON.plusSeconds(10)));
        events.record(NewEvent.seen(NOON, EventKind.FINDING, Optional.of("shop"), "other kind", "{}"));
        events.record(NewEvent.seen(NOON, EventKind.CHANGE, Optional.empty(), "of no service", "{}"));

        Page<Event> page = events.page(
                new EventFilter(
                        Set.of(EventKind.CHANGE, EventKind.DEPLOYMENT),
                        Optional.of("shop"),
                        Optional.of(NOON),
                        Optional.of(NOON.plusSeconds(10))),
                Optional.empty(),
                10);

        assertThat(page.items()).extracting(Event::title).containsExactly("on the line");
        assertThat(page.next()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theSameKeyWritesOnce(Engine engine) {
        Events events = new Events(engine.store(folder), clock);

        Events.Once first = events.recordOnce(change("release", NOON), "key-1");
        Events.Once again = events.recordOnce(change("release", NOON.plusSeconds(5)), "key-1");

        assertThat(first.repeated()).isFalse();
        assertThat(again.repeated()).isTrue();
        assertThat(again.event()).isEqualTo(first.event());
        assertThat(events.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aKeyThatComesWithSomethingElseIsRefused(Engine engine) {
        Events events = new Events(engine.store(folder), clock);
        events.recordOnce(change("release", NOON), "key-1");

        assertThatThrownBy(() -> events.recordOnce(change("another", NOON), "key-1"))
                .isInstanceOf(KeyReusedException.class);
    }

    @ParameterizedTest
    @EnumSource
    void keysOfTwoAuthorsDoNotMeet(Engine engine) {
        Events events = new Events(engine.store(folder), clock);
        NewEvent anns = new NewEvent(NOON, EventKind.CHANGE, Optional.empty(), "a", "{}", "user:ann");
        NewEvent bobs = new NewEvent(NOON, EventKind.CHANGE, Optional.empty(), "b", "{}", "user:bob");

        events.recordOnce(anns, "1");
        events.recordOnce(bobs, "1");

        assertThat(events.count()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void ofManyAtOnceWithOneKeyOneIsWritten(Engine engine) throws Exception {
        Events events = new Events(engine.store(folder), clock);
        ExecutorService threads = Executors.newFixedThreadPool(5);
        Callable<Events.Once> write = () -> events.recordOnce(change("release", NOON), "key-1");

        List<Future<Events.Once>> all = threads.invokeAll(List.of(write, write, write, write, write));
        threads.shutdown();

        Set<Event> seen = Set.of(all.get(0).get().event());
        for (Future<Events.Once> each : all) {
            assertThat(seen).contains(each.get().event());
        }
        assertThat(events.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aTextThatLooksLikeSqlIsAText(Engine engine) {
        Events events = new Events(engine.store(folder), clock);
        String hostile = "'); drop table event; --";

        events.record(new NewEvent(NOON, EventKind.CHANGE, Optional.of(hostile), hostile, "{}", "user:x"));

        EventFilter filter = new EventFilter(Set.of(), Optional.of(hostile), Optional.empty(), Optional.empty());
        assertThat(events.page(filter, Optional.empty(), 5).items())
                .extracting(Event::title)
                .containsExactly(hostile);
    }

    @ParameterizedTest
    @EnumSource
    void theLongestTextsAreKeptAndLongerOnesRefused(Engine engine) {
        Events events = new Events(engine.store(folder), clock);
        String title = "t".repeat(NewEvent.LONGEST_TITLE);
        String detail = "d".repeat(NewEvent.LONGEST_DETAIL);

        Event written = events.record(new NewEvent(NOON, EventKind.CHANGE, Optional.empty(), title, detail, "user:x"));

        assertThat(events.page(EventFilter.ALL, Optional.empty(), 5).items()).containsExactly(written);
        assertThatThrownBy(() -> change(title + "t", NOON))
                .hasMessage("title: found 501 characters; accepted: 1 to 500");
    }

    private static NewEvent change(String title, Instant at) {
        return new NewEvent(at, EventKind.CHANGE, Optional.of("shop"), title, "{}", "user:ann");
    }
}
