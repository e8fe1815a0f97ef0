package io.poolwright.server.ui;

import io.poolwright.model.live.PoolId;
import io.poolwright.watch.view.PoolKey;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.thymeleaf.ITemplateEngine;

/** Keeps open pages up to date: once a second what changed is drawn once and sent to all who look at it. */
@Controller
public final class Live implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Live.class);
    private static final String EVENTS = "text/event-stream;charset=UTF-8";

    /** Pages that are kept up to date at once; each costs a connection and a little memory. */
    private static final int MOST_PAGES = 200;
    /** Pools whose pages are kept up to date at once; each is drawn once a second. */
    private static final int MOST_POOLS = 40;

    /** Then the browser asks anew, and must still be signed in (ms). */
    private static final long LONGEST = Duration.ofMinutes(10).toMillis();

    private final Screens screens;
    private final Parts parts;
    private final Clock clock;
    private final OverviewFeed overview;
    private final List<Looker> lookers = new ArrayList<>();
    private final Map<PoolId, Room> rooms = new HashMap<>();
    private final ScheduledExecutorService beat =
            Executors.newSingleThreadScheduledExecutor(task -> thread(task, "live-beat"));
    private final ExecutorService writers = Executors.newCachedThreadPool(task -> thread(task, "live-page"));

    /** Those who look at one pool. */
    private record Room(PoolFeed feed, List<Looker> lookers) {}

    Live(Screens screens, ITemplateEngine engine, Clock clock) {
        this.screens = screens;
        this.parts = new Parts(engine);
        this.clock = clock;
        this.overview = new OverviewFeed(screens, parts);
        var ignored = beat.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    private static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    @GetMapping(path = "/live", produces = EVENTS)
    synchronized SseEmitter overview(@RequestParam(name = "unfolded", defaultValue = "false") boolean unfolded) {
        if (lookers.isEmpty()) {
            overview.next(unfolded);
        }
        SseEmitter page = page();
        Looker looker = looker(page, unfolded);
        lookers.add(looker);
        List<Looker.Event> all = whole(looker);
        looker.send(writers, all, () -> all);
        return page;
    }

    @GetMapping(path = "/live/pools/{key}", produces = EVENTS)
    synchronized SseEmitter pool(@PathVariable("key") String key) {
        PoolId id = PoolKey.parse(key)
                .filter(it -> screens.pools().contains(it))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        SseEmitter page = page();
        Room room = rooms.get(id);
        if (room == null) {
            if (rooms.size() >= MOST_POOLS) {
                throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
            }
            room = new Room(new PoolFeed(screens, parts, id, clock), new ArrayList<>());
            room.feed().next();
            rooms.put(id, room);
        }
        Looker looker = looker(page, true);
        room.lookers().add(looker);
        List<Looker.Event> all = whole(room);
        looker.send(writers, all, () -> all);
        return page;
    }

    private SseEmitter page() {
        if (open() >= MOST_PAGES) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
        return new SseEmitter(LONGEST);
    }

    private static Looker looker(SseEmitter page, boolean unfolded) {
        Looker looker = new Looker(page, unfolded);
        page.onCompletion(looker::leave);
        page.onTimeout(looker::end);
        page.onError(e -> looker.leave());
        return looker;
    }

    /** Pages that are kept up to date now. */
    synchronized int open() {
        return lookers.size()
                + rooms.values().stream()
                        .mapToInt(room -> room.lookers().size())
                        .sum();
    }

    /** One beat; whatever goes wrong is told, and the next beat comes. */
    private void tick() {
        try {
            beat();
        } catch (RuntimeException e) {
            LOG.warn("open pages could not be brought up to date", e);
        }
    }

    private synchronized void beat() {
        lookers.removeIf(Looker::isGone);
        rooms.values().forEach(room -> room.lookers().removeIf(Looker::isGone));
        rooms.values().removeIf(room -> room.lookers().isEmpty());
        if (!lookers.isEmpty()) {
            Patch patch = overview.next(lookers.stream().anyMatch(Looker::unfolded));
            List<Looker.Event> unfolded = List.of(event(patch));
            List<Looker.Event> folded = List.of(event(patch.without(overview.folded())));
            lookers.forEach(it -> it.send(writers, it.unfolded() ? unfolded : folded, () -> whole(it)));
        }
        for (Room room : rooms.values()) {
            List<Looker.Event> news = new ArrayList<>(List.of(event(room.feed().next())));
            room.feed().point().ifPresent(point -> news.add(new Looker.Event("point", point)));
            room.lookers().forEach(it -> it.send(writers, news, () -> whole(room)));
        }
    }

    private List<Looker.Event> whole(Looker looker) {
        Patch all = overview.whole();
        return List.of(event(looker.unfolded() ? all : all.without(overview.folded())));
    }

    private static List<Looker.Event> whole(Room room) {
        return List.of(event(room.feed().whole()));
    }

    private static Looker.Event event(Patch patch) {
        return new Looker.Event("patch", PatchJson.of(patch));
    }

    @Override
    public void close() {
        beat.shutdownNow();
        List<Looker> all;
        synchronized (this) {
            all = new ArrayList<>(lookers);
            rooms.values().forEach(room -> all.addAll(room.lookers()));
        }
        all.forEach(Looker::end);
        writers.shutdownNow();
    }
}
