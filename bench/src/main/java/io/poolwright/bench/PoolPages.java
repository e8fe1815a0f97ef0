package io.poolwright.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Pages as a federation endpoint would give them: the fifteen series of each of many HikariCP pools. */
final class PoolPages {
    private static final List<String> GAUGES = List.of(
            "hikaricp_connections",
            "hikaricp_connections_active",
            "hikaricp_connections_idle",
            "hikaricp_connections_pending",
            "hikaricp_connections_max",
            "hikaricp_connections_min");
    private static final List<String> TIMERS = List.of("acquire", "usage", "creation");

    private PoolPages() {}

    /** A page grouped by metric, as Micrometer writes it; the same seed gives the same values. */
    static byte[] page(int pools, long seed) {
        Random random = new Random(seed);
        StringBuilder page = new StringBuilder();
        for (String gauge : GAUGES) {
            page.append("# TYPE ").append(gauge).append(" gauge\n");
            for (int pool = 0; pool < pools; pool++) {
                line(page, gauge, pool, Double.toString(random.nextInt(50)));
            }
        }
        for (String timer : TIMERS) {
            String name = "hikaricp_connections_" + timer + "_seconds";
            page.append("# TYPE ").append(name).append(" summary\n");
            for (int pool = 0; pool < pools; pool++) {
                line(page, name + "_count", pool, Integer.toString(random.nextInt(1_000_000)));
                line(page, name + "_sum", pool, Double.toString(random.nextInt(1_000_000_000) / 1e6));
                line(page, name + "_max", pool, Double.toString(random.nextInt(1_000_000_000) / 1e9));
            }
        }
        return page.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder page, String name, int pool, String value) {
        page.append(name).append("{application=\"shop\",instance=\"10.0.0.1:8080\",pool=\"pool-");
        page.append(pool).append("\"} ").append(value).append('\n');
    }
}
