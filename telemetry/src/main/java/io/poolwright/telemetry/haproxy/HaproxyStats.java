package io.poolwright.telemetry.haproxy;

import io.poolwright.model.Answer;
import io.poolwright.model.BalancerSample;
import io.poolwright.model.ServerSample;
import io.poolwright.telemetry.Collector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** One frontend of a balancer, the backend behind it and its servers, as {@code show stat} tells them. */
public final class HaproxyStats implements Collector<BalancerSample> {
    private final String product;
    private final StatsSource source;
    private final String frontend;
    private final String backend;

    /**
     * @param product what the balancer is, as {@link BalancerSample#product()} will say
     * @param source where the CSV comes from
     * @param frontend {@code pxname} of the frontend that clients call
     * @param backend {@code pxname} of the backend whose servers are the instances
     */
    public HaproxyStats(String product, StatsSource source, String frontend, String backend) {
        this.product = product;
        this.source = source;
        this.frontend = frontend;
        this.backend = backend;
    }

    @Override
    public Answer<BalancerSample> collect() {
        try {
            return Answer.of(sample(
                    product, StatsTable.parse(new String(source.read(), StandardCharsets.UTF_8)), frontend, backend));
        } catch (IOException e) {
            return Answer.silent("%s: %s".formatted(source.name(), reason(e)));
        }
    }

    static BalancerSample sample(String product, StatsTable stats, String frontend, String backend) throws IOException {
        StatsTable.Row front = stats.row(frontend, "FRONTEND");
        StatsTable.Row back = stats.row(backend, "BACKEND");
        List<ServerSample> servers = new ArrayList<>();
        for (StatsTable.Row row : stats.of(backend)) {
            String name = row.text("svname");
            if (!name.equals("BACKEND") && !name.equals("FRONTEND")) {
                servers.add(server(name, row));
            }
        }
        servers.sort(Comparator.comparing(ServerSample::name));
        // The backend's qcur counts only requests that any server may take. Those tied to one server (a cookie, a hash)
        // wait in that server's queue and are in its qcur alone: seen on HAProxy 2.6.12, 8 waiting for one server
        // under "balance source" and the backend's qcur 0.
        long queue = back.number("qcur")
                + servers.stream().mapToLong(ServerSample::queue).sum();
        return new BalancerSample(
                product,
                front.number("req_tot"),
                front.number("hrsp_5xx"),
                (int) Math.min(Integer.MAX_VALUE, queue),
                back.number("econ"),
                back.number("wretr"),
                back.millisAsSeconds("qtime"),
                back.millisAsSeconds("rtime"),
                servers);
    }

    private static ServerSample server(String name, StatsTable.Row row) throws IOException {
        String status = row.text("status");
        return new ServerSample(
                name,
                status.startsWith("UP") || status.equals("no check"),
                row.gauge("scur"),
                row.text("slim").isEmpty() ? OptionalInt.empty() : OptionalInt.of(row.gauge("slim")),
                row.gauge("qcur"),
                row.number("stot"),
                row.millisAsSeconds("rtime"));
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
