package io.poolwright.telemetry.haproxy;

import io.poolwright.model.live.InForce;
import io.poolwright.model.live.Notice;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.Owner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One look's rows of {@code show stat} as readings and settings in force. */
final class StatsReadings {
    /** Most proxies and servers that are read; a balancer with more is told so. */
    static final int MOST_ROWS = 20_000;

    static final String BACKLOG =
            "connections beyond the limit wait in the kernel's backlog, which HAProxy does not count";
    private static final String NO_MAXCONN =
            "the server has no maxconn, so HAProxy holds nothing back; write: server ... maxconn <n>";
    private static final String TIMEOUTS_IN_LOG =
            "HAProxy counts time-outs in its queue nowhere but in its log, as termination state sQ; add the log as a source";
    private static final String SOME_WITHOUT =
            "a server of it has no maxconn, so together they take any number; write: server ... maxconn <n>";
    private static final String STALE =
            "HAProxy's mean is of its last 1024 requests, and none has ended since the look before";

    private final Owner owner;
    private final String source;
    private final Completions completions;
    private final List<Reading> readings = new ArrayList<>();
    private final List<InForce> inForce = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();

    StatsReadings(Owner owner, String source, Completions completions) {
        this.owner = owner;
        this.source = source;
        this.completions = completions;
    }

    List<Reading> readings() {
        return readings;
    }

    List<InForce> inForce() {
        return inForce;
    }

    List<Notice> notices() {
        return notices;
    }

    void add(Reading reading) {
        readings.add(reading);
    }

    void add(InForce setting) {
        inForce.add(setting);
    }

    void add(Notice notice) {
        notices.add(notice);
    }

    void readAll(StatsTable stats) {
        // The queue of a backend is what waits for any of its servers and what waits for one of them; HAProxy 2.6
        // counts the second in that server's qcur alone.
        Map<String, Behind> behind = new HashMap<>();
        List<StatsTable.Row> rows = stats.rows();
        for (StatsTable.Row row : rows.subList(0, Math.min(rows.size(), MOST_ROWS))) {
            if (row.isFrontend()) {
                frontend(row);
            } else if (row.isServer()) {
                behind.merge(row.text("pxname"), Behind.of(row), Behind::and);
                server(row);
            } else if (row.isBackend()) {
                Behind servers = behind.get(row.text("pxname"));
                if (servers != null) {
                    backend(row, servers);
                }
            }
        }
        if (rows.size() > MOST_ROWS) {
            notices.add(new Notice(
                    Notice.Kind.LIMIT,
                    "%s tells of %d proxies and servers; %d are read".formatted(source, rows.size(), MOST_ROWS)));
        }
    }

    private void frontend(StatsTable.Row row) {
        String name = row.text("pxname");
        double requests = row.known("req_tot");
        readings.add(Reading.of(owner.pool(Tier.FRONTEND, name))
                .set(Signal.MAX, row.known("slim"))
                .set(Signal.USED, row.known("scur"))
                .set(Signal.BORROWS, Double.isNaN(requests) ? row.known("stot") : requests)
                .because(Signal.PENDING, BACKLOG)
                .build());
        setting(row, "slim", name, "maxconn");
        setting(row, "rate_lim", name, "rate-limit sessions");
    }

    private void server(StatsTable.Row row) {
        String name = row.text("pxname") + "/" + row.text("svname");
        Reading.Builder reading = Reading.of(owner.pool(Tier.SERVER, name))
                .set(Signal.MAX, row.known("slim"))
                .because(Signal.MAX, NO_MAXCONN);
        times(row, reading);
        readings.add(reading.set(Signal.USED, row.known("scur"))
                .set(Signal.PENDING, row.known("qcur"))
                .because(Signal.TIMEOUTS, TIMEOUTS_IN_LOG)
                .build());
        setting(row, "slim", name, "maxconn");
        setting(row, "qlimit", name, "maxqueue");
    }

    /** Its limit is what its servers take together: the one that HAProxy shows is fullconn, which holds nobody back. */
    private void backend(StatsTable.Row row, Behind servers) {
        Reading.Builder reading = Reading.of(owner.pool(Tier.SERVER, row.text("pxname")))
                .set(Signal.MAX, servers.slots())
                .because(Signal.MAX, SOME_WITHOUT);
        times(row, reading);
        readings.add(reading.set(Signal.USED, servers.used())
                .set(Signal.PENDING, row.known("qcur") + servers.queued())
                .because(Signal.TIMEOUTS, TIMEOUTS_IN_LOG)
                .build());
    }

    /**
     * The servers of a backend together; those that are down take nothing.
     *
     * @param slots what they take at once; NaN when one of them takes any number
     */
    private record Behind(double queued, double used, double slots) {
        static Behind of(StatsTable.Row row) {
            String status = row.text("status");
            boolean up = status.startsWith("UP") || status.equals("no check");
            double slots = status.isEmpty() ? Double.NaN : up ? row.known("slim") : 0;
            return new Behind(row.known("qcur"), row.known("scur"), slots);
        }

        Behind and(Behind other) {
            return new Behind(queued + other.queued, used + other.used, slots + other.slots);
        }
    }

    /** How many were served, and how long they waited and took; a session counts from its start. */
    private void times(StatsTable.Row row, Reading.Builder reading) {
        reading.set(Signal.BORROWS, row.known("stot"));
        if (completions.moved(row.text("pxname"), row.text("svname"), row.known("stot"), row.known("scur"))) {
            double queued = row.known("qtime") / 1000;
            // ttime is of the whole session, its time in the queue included; the slot is taken after that.
            reading.set(Signal.WAIT_MEAN, queued).set(Signal.USE_MEAN, row.known("ttime") / 1000 - queued);
        } else {
            reading.because(Signal.WAIT_MEAN, STALE).because(Signal.USE_MEAN, STALE);
        }
    }

    private void setting(StatsTable.Row row, String column, String part, String setting) {
        String value = row.text(column);
        if (!value.isEmpty()) {
            inForce.add(owner.inForce(part, setting, value, source + " show stat " + column));
        }
    }
}
