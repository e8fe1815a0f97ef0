package io.poolwright.server.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * An open page. A page that is slow to read holds up nobody: what it misses meanwhile is made good by sending it
 * everything once.
 */
final class Looker {
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final SseEmitter page;
    private final boolean unfolded;
    private boolean sending;
    private boolean missed;
    private boolean gone;

    /** @param unfolded whether it shows lines that are folded away */
    Looker(SseEmitter page, boolean unfolded) {
        this.page = page;
        this.unfolded = unfolded;
    }

    boolean unfolded() {
        return unfolded;
    }

    /**
     * Sends on another thread, unless the page is still reading what came before.
     *
     * @param news what changed
     * @param whole everything, for a page that missed something
     */
    synchronized void send(Executor threads, List<Event> news, Supplier<List<Event>> whole) {
        if (gone) {
            return;
        }
        if (sending) {
            missed = true;
            return;
        }
        List<Event> events = missed ? whole.get() : news;
        missed = false;
        sending = true;
        threads.execute(() -> write(events));
    }

    private void write(List<Event> events) {
        try {
            for (Event event : events) {
                page.send(SseEmitter.event().name(event.name()).data(event.text(), TEXT));
            }
        } catch (IOException | IllegalStateException e) {
            leave(); // the page was closed; the container completes it
        } finally {
            synchronized (this) {
                sending = false;
            }
        }
    }

    synchronized void leave() {
        gone = true;
    }

    synchronized boolean isGone() {
        return gone;
    }

    void end() {
        leave();
        page.complete();
    }

    /** A named text. */
    record Event(String name, String text) {}
}
