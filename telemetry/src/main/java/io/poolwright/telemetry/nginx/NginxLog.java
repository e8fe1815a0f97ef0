package io.poolwright.telemetry.nginx;

import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.Owner;
import io.poolwright.telemetry.log.LiveLog;
import io.poolwright.telemetry.log.LogNotices;
import io.poolwright.telemetry.log.LogPools;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Lines of nginx's access log that tell its times towards upstreams: the one place where an open-source nginx does. A pool
 * is a server as {@code $upstream_addr} names it, or all of them together when the line has no such field.
 */
public final class NginxLog implements LiveLog.Lines {
    private static final String ALL = "upstreams";

    private final Owner owner;
    private final Function<String, Optional<Map<String, String>>> fields;

    private NginxLog(Owner owner, Function<String, Optional<Map<String, String>>> fields) {
        this.owner = owner;
        this.fields = fields;
    }

    /** Follows a log whose lines name their fields: {@code urt=… uct=…}, or JSON. */
    public static LiveLog follow(Owner owner, Path file) {
        return new LiveLog("nginx log", file, new NginxLog(owner, NamedFields::read));
    }

    /**
     * Follows a log of any other format.
     *
     * @param format as {@code log_format} declares it
     */
    public static LiveLog follow(Owner owner, Path file, String format) {
        return new LiveLog("nginx log", file, new NginxLog(owner, LogFormat.parse(format)::read));
    }

    @Override
    public boolean read(String line, LogPools pools, LogNotices notices) {
        Optional<Map<String, String>> read = fields.apply(line);
        if (read.isEmpty()) {
            return false;
        }
        Map<String, String> values = read.get();
        switch (values.getOrDefault("status", "")) {
            case "502", "503", "504" -> notices.event("answered " + values.get("status"));
            default -> {
                // Anything else is an answer.
            }
        }
        List<String> uses = UpstreamList.split(values.getOrDefault("upstream_response_time", ""));
        List<String> connects = UpstreamList.split(values.getOrDefault("upstream_connect_time", ""));
        List<String> statuses = UpstreamList.split(values.getOrDefault("upstream_status", ""));
        List<String> addresses = UpstreamList.split(values.getOrDefault("upstream_addr", ""));
        int tries = Math.max(uses.size(), connects.size());
        for (int i = 0; i < tries; i++) {
            String address = addresses.size() == tries ? addresses.get(i) : "";
            double use = at(uses, i);
            double connect = at(connects, i);
            boolean reached = !Double.isNaN(use) || !Double.isNaN(connect);
            if (reached || !(address.isEmpty() || address.equals("-"))) {
                PoolId pool = owner.pool(Tier.SERVER, address.isEmpty() || address.equals("-") ? ALL : address);
                boolean connectTimes = values.containsKey("upstream_connect_time");
                add(pool, use, connect, connectTimes, i < statuses.size() ? statuses.get(i) : "", pools);
            }
        }
        return true;
    }

    private static void add(
            PoolId pool, double use, double connect, boolean connectTimes, String status, LogPools pools) {
        pools.add(pool, Signal.BORROWS, 1);
        if (!Double.isNaN(connect)) {
            pools.add(pool, Signal.WAIT_SECONDS, connect);
            pools.add(pool, Signal.WAITS, 1);
        }
        if (!Double.isNaN(use)) {
            pools.add(pool, Signal.USE_SECONDS, use);
            pools.add(pool, Signal.USES, 1);
        }
        if (connectTimes && !status.isEmpty()) {
            // A try that ended in 504 before it was connected: the connection was waited for in vain.
            pools.add(pool, Signal.TIMEOUTS, Double.isNaN(connect) && status.equals("504") ? 1 : 0);
        }
    }

    private static double at(List<String> values, int index) {
        return index < values.size() ? UpstreamList.seconds(values.get(index)) : Double.NaN;
    }
}
