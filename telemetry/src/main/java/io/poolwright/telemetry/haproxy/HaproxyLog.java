package io.poolwright.telemetry.haproxy;

import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.Owner;
import io.poolwright.telemetry.log.LiveLog;
import io.poolwright.telemetry.log.LogNotices;
import io.poolwright.telemetry.log.LogPools;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Lines of HAProxy's {@code option httplog} and {@code option tcplog}: how long requests waited in its queues, how long
 * they held a server's slot, and how they ended. What a client can write into a line stands behind all that is read.
 *
 * <p>Source: HAProxy configuration manual, 8.2 (log formats), 8.4 (timing events), 8.5 (session state at disconnection).
 */
public final class HaproxyLog implements LiveLog.Lines {
    private static final Map<String, String> ENDS = Map.of(
            "sQ", "sQ: waited longer than timeout queue",
            "CQ", "CQ: the client left while it waited in the queue",
            "sC", "sC: timeout connect ran out",
            "SC", "SC: the server refused the connection, or there was none",
            "PC", "PC: HAProxy was at its limit of connections",
            "RC", "RC: the system had no port, file or memory left",
            "sH", "sH: timeout server ran out before an answer",
            "SH", "SH: the server closed before it answered");

    private final Owner owner;

    private HaproxyLog(Owner owner) {
        this.owner = owner;
    }

    /** Follows the log from now on. */
    public static LiveLog follow(Owner owner, Path file) {
        return new LiveLog("haproxy log", file, new HaproxyLog(owner));
    }

    @Override
    public boolean read(String line, LogPools pools, LogNotices notices) {
        Optional<HaproxyLine> read = HaproxyLine.parse(line);
        if (read.isEmpty()) {
            return HaproxyLine.isOther(line);
        }
        HaproxyLine it = read.get();
        String ended = ENDS.get(it.end());
        if (ended != null) {
            notices.event(ended);
        }
        if (it.end().equals("PC")) {
            pools.add(owner.pool(Tier.FRONTEND, it.frontend()), Signal.REFUSED, 1);
        }
        if (it.server().isPresent() || !it.backend().equals(it.frontend()) || it.queued() >= 0) {
            add(owner.pool(Tier.SERVER, it.backend()), it, pools);
        }
        if (it.server().isPresent()) {
            add(owner.pool(Tier.SERVER, it.backend() + "/" + it.server().get()), it, pools);
        }
        return true;
    }

    private static void add(PoolId pool, HaproxyLine it, LogPools pools) {
        // Counted from the first line on: a pool that had none was not waited for in vain.
        pools.add(pool, Signal.TIMEOUTS, it.end().equals("sQ") ? 1 : 0);
        if (it.queued() >= 0) {
            pools.add(pool, Signal.WAIT_SECONDS, it.queued());
            pools.add(pool, Signal.WAITS, 1);
        }
        if (it.connected() >= 0) {
            pools.add(pool, Signal.BORROWS, 1);
        }
        if (it.held() >= 0) {
            pools.add(pool, Signal.USE_SECONDS, it.held());
            pools.add(pool, Signal.USES, 1);
        }
    }
}
