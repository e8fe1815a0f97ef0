package io.poolwright.server.ui;

import io.poolwright.model.live.PoolId;
import io.poolwright.watch.view.PoolKey;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.thymeleaf.ITemplateEngine;

/** Keeps open pages up to date: once a second what changed is drawn once and sent to all who look at it. */
@Controller
public final class Live implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Live.class);

    /** Pages that are kept up to date at once; each costs a connection and a little memory. */
    private static final int MOST_PAGES = 200;
    /** Pools whose pages are kept up to date at once; each is drawn once a second. */
    private static final int MOST_POOLS = 40;

    private static final long NO_TIMEOUT = 0;

    private final Screens screens;
    private final Parts parts;
    private final Clock clock;
    private final OverviewFeed overview;
    private final List<SseEmitter> lookers = new ArrayList<>();
    private final Map<PoolId, Room> rooms = new HashMap<>();
    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "live-pages");
        thread.setDaemon(true);
        return thread;
    });

    /** Those who look at one pool. */
    private record Room(PoolFeed feed, List<SseEmitter> lookers) {}

    Live(Screens screens, ITemplateEngine engine, Clock clock) {
        this.screens = screens;
        this.parts = new Parts(engine);
        this.clock = clock;
        this.overview = new OverviewFeed(screens, parts);
        beat.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    synchronized SseEmitter overview() {
        SseEmitter page = page();
        if (lookers.isEmpty()) {
            overview.get();
        }
        lookers.add(page);
        send(List.of(page), "patch", overview.whole());
        return page;
    }

    @GetMapping(path = "/live/pools/{key}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
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
            room.feed().get();
            rooms.put(id, room);
        }
        room.lookers().add(page);
        send(List.of(page), "patch", room.feed().whole());
        return page;
    }

    private SseEmitter page() {
        if (open() >= MOST_PAGES) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
        SseEmitter page = new SseEmitter(NO_TIMEOUT);
        page.onCompletion(() -> leave(page));
        page.onError(e -> leave(page));
        return page;
    }

    /** Pages that are kept up to date now. */
    synchronized int open() {
        return lookers.size()
                + rooms.values().stream()
                        .mapToInt(room -> room.lookers().size())
                        .sum();
    }

    private synchronized void leave(SseEmitter page) {
        lookers.remove(page);
        rooms.values().removeIf(room -> {
            room.lookers().remove(page);
            return room.lookers().isEmpty();
        });
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
        if (!lookers.isEmpty()) {
            send(lookers, "patch", overview.get());
        }
        for (Room room : List.copyOf(rooms.values())) {
            Supplier<Patch> feed = room.feed();
            send(room.lookers(), "patch", feed.get());
            String point = room.feed().point();
            if (!point.isEmpty()) {
                sendText(room.lookers(), "point", point);
            }
        }
    }

    private void send(List<SseEmitter> pages, String name, Patch patch) {
        sendText(pages, name, PatchJson.of(patch));
    }

    private void sendText(List<SseEmitter> pages, String name, String text) {
        for (SseEmitter page : List.copyOf(pages)) {
            try {
                page.send(SseEmitter.event().name(name).data(text));
            } catch (IOException | IllegalStateException e) {
                LOG.debug("a page was closed: {}", e.getMessage());
                leave(page);
            }
        }
    }

    @Override
    public void close() {
        beat.shutdownNow();
        List<SseEmitter> all;
        synchronized (this) {
            all = new ArrayList<>(lookers);
            rooms.values().forEach(room -> all.addAll(room.lookers()));
        }
        all.forEach(SseEmitter::complete);
    }
}
