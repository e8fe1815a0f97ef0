package io.poolwright.drill.balancer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The balancer's pool: each server has slots, requests take them in turn, and those that find none wait in one line for
 * the first that falls free. No clock and no thread of its own; safe to use from several.
 *
 * @param <T> what waits
 */
final class SlotQueue<T> {
    private final Map<String, Slots> servers = new LinkedHashMap<>();
    private final Deque<T> waiting = new ArrayDeque<>();
    private int turn;

    /** A request that got a slot on that server. */
    record Granted<T>(T request, String server) {}

    /** Adds a server, or changes one; the answer names those who need wait no longer. */
    synchronized List<Granted<T>> set(String server, int max, boolean ready) {
        Slots slots = servers.computeIfAbsent(server, name -> new Slots());
        slots.max = max;
        slots.ready = ready;
        return serve();
    }

    /** A slot on the next server in turn that has one; empty when the request must wait, and does. */
    synchronized Optional<String> take(T request) {
        if (waiting.isEmpty()) {
            Optional<String> server = freeServer();
            if (server.isPresent()) {
                return server;
            }
        }
        waiting.addLast(request);
        return Optional.empty();
    }

    /** Gives a slot back; the answer names those who need wait no longer. */
    synchronized List<Granted<T>> free(String server) {
        slots(server).used--;
        return serve();
    }

    /** Leaves the line; whether it was in it. */
    synchronized boolean leave(T request) {
        return waiting.remove(request);
    }

    synchronized int waiting() {
        return waiting.size();
    }

    synchronized int used(String server) {
        return slots(server).used;
    }

    synchronized int max(String server) {
        return slots(server).max;
    }

    private List<Granted<T>> serve() {
        List<Granted<T>> granted = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Optional<String> server = freeServer();
            if (server.isEmpty()) {
                break;
            }
            granted.add(new Granted<>(waiting.removeFirst(), server.get()));
        }
        return List.copyOf(granted);
    }

    private Optional<String> freeServer() {
        List<String> names = List.copyOf(servers.keySet());
        for (int i = 0; i < names.size(); i++) {
            String name = names.get((turn + i) % names.size());
            Slots slots = slots(name);
            if (slots.ready && slots.used < slots.max) {
                slots.used++;
                turn = (turn + i + 1) % names.size();
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private Slots slots(String server) {
        Slots slots = servers.get(server);
        if (slots == null) {
            throw new IllegalArgumentException("no server " + server);
        }
        return slots;
    }

    /** One server's slots. */
    private static final class Slots {
        private int max;
        private int used;
        private boolean ready;
    }
}
