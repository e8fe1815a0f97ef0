package io.poolwright.telemetry.haproxy;

import java.util.HashMap;
import java.util.Map;

/**
 * Whether anything has completed since the look before: HAProxy's mean times cover the last 1024 requests, however long
 * ago those were, and say nothing about a server where nothing completes. Not for several threads.
 */
final class Completions {
    private Map<String, Double> before = Map.of();
    private Map<String, Double> now = new HashMap<>();

    /** Whether sessions have ended there since the look before; false at the first look, when nobody can tell. */
    boolean moved(String proxy, String server, double begun, double current) {
        double ended = begun - current;
        if (Double.isNaN(ended)) {
            return false;
        }
        String key = proxy + "/" + server;
        now.put(key, ended);
        Double known = before.get(key);
        return known != null && known != ended;
    }

    /** This look is over. */
    void nextLook() {
        before = now;
        now = new HashMap<>();
    }
}
