package io.poolwright.bench;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** The metrics page of a made-up application with many HikariCP pools, ten series each, of which three in ten pools work. */
final class LivePool {
    private static final int BUSY_IN_TEN = 3;
    private static final int LARGEST = 60;
    /** So that a counter never grows a digit. */
    private static final long COUNTED = 1_000_000_000L;

    private final byte[] page;
    private final int[][] places;
    private final long[] borrows;
    private final long[] waitMicros;
    private final long[] useMicros;
    private final Random random;

    LivePool(int pools, long seed) {
        this.random = new Random(seed);
        this.places = new int[pools][7];
        this.borrows = new long[pools];
        this.waitMicros = new long[pools];
        this.useMicros = new long[pools];
        StringBuilder text = new StringBuilder();
        gauge(text, "active", 0, "10");
        gauge(text, "idle", 1, "50");
        gauge(text, "pending", 2, "0");
        gauge(text, "max", -1, Integer.toString(LARGEST));
        gauge(text, "min", -1, "10");
        text.append("# TYPE hikaricp_connections_timeout_total counter\n");
        for (int pool = 0; pool < pools; pool++) {
            line(text, "timeout_total", pool, "0.0");
        }
        timer(text, "acquire", 3);
        timer(text, "usage", 5);
        this.page = text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void gauge(StringBuilder text, String name, int place, String value) {
        text.append("# TYPE hikaricp_connections_").append(name).append(" gauge\n");
        for (int pool = 0; pool < places.length; pool++) {
            remember(pool, place, line(text, name, pool, value));
        }
    }

    private void timer(StringBuilder text, String name, int place) {
        text.append("# TYPE hikaricp_connections_").append(name).append("_seconds summary\n");
        for (int pool = 0; pool < places.length; pool++) {
            remember(pool, place, line(text, name + "_seconds_count", pool, Long.toString(COUNTED)));
            remember(pool, place + 1, line(text, name + "_seconds_sum", pool, "1000000.000000"));
        }
    }

    private void remember(int pool, int place, int at) {
        if (place >= 0) {
            places[pool][place] = at;
        }
    }

    private static int line(StringBuilder text, String name, int pool, String value) {
        text.append("hikaricp_connections_").append(name).append("{application=\"shop\",pool=\"pool-");
        text.append(pool).append("\"} ");
        int at = text.length();
        text.append(value).append('\n');
        return at;
    }

    /** The page a moment later; valid until the next call. */
    byte[] next() {
        for (int pool = 0; pool < places.length; pool++) {
            if (random.nextInt(10) < BUSY_IN_TEN) {
                int used = 10 + random.nextInt(40);
                write(places[pool][0], used, 2);
                write(places[pool][1], LARGEST - used, 2);
                write(places[pool][2], random.nextInt(3), 1);
                int more = 50 + random.nextInt(200);
                borrows[pool] += more;
                waitMicros[pool] += more * (100L + random.nextInt(900));
                useMicros[pool] += more * (5_000L + random.nextInt(20_000));
                timer(pool, 3, waitMicros[pool]);
                timer(pool, 5, useMicros[pool]);
            }
        }
        return page;
    }

    private void timer(int pool, int place, long micros) {
        write(places[pool][place], COUNTED + borrows[pool], 10);
        write(places[pool][place + 1], 1_000_000 + micros / 1_000_000, 7);
        write(places[pool][place + 1] + 8, micros % 1_000_000, 6);
    }

    private void write(int at, long number, int digits) {
        long rest = number;
        for (int i = at + digits - 1; i >= at; i--) {
            page[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
