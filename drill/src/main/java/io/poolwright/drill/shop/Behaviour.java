package io.poolwright.drill.shop;

import java.util.Map;

/**
 * How the shop's code behaves, beside its configuration: what a drill may change while it runs. Nobody who diagnoses
 * reads it.
 *
 * @param slowPerMille requests of a thousand whose query takes 1.5 s to 5 s
 * @param leak share of the requests that never give their connection back, 0 to 1
 * @param hotRow whether every checkout locks the same row before its query and holds it to the end
 * @param burnMillis time that each request computes without a connection, in milliseconds
 * @param acquires connections that one checkout takes one after the other; 0 leaves it to the configuration
 * @param demand what all other queries ask of the database
 */
public record Behaviour(int slowPerMille, double leak, boolean hotRow, int burnMillis, int acquires, Demand demand) {
    /** What the shop does when nothing was asked of it. */
    public static final Behaviour NORMAL = new Behaviour(0, 0, false, 0, 0, Demand.NORMAL);

    public Behaviour {
        if (slowPerMille < 0 || slowPerMille > 1000 || leak < 0 || leak > 1 || burnMillis < 0 || acquires < 0) {
            throw new IllegalArgumentException("out of range: slowPerMille %d, leak %s, burnMillis %d, acquires %d"
                    .formatted(slowPerMille, leak, burnMillis, acquires));
        }
    }

    public Behaviour withSlowPerMille(int value) {
        return new Behaviour(value, leak, hotRow, burnMillis, acquires, demand);
    }

    public Behaviour withLeak(double value) {
        return new Behaviour(slowPerMille, value, hotRow, burnMillis, acquires, demand);
    }

    public Behaviour withHotRow(boolean value) {
        return new Behaviour(slowPerMille, leak, value, burnMillis, acquires, demand);
    }

    public Behaviour withBurnMillis(int value) {
        return new Behaviour(slowPerMille, leak, hotRow, value, acquires, demand);
    }

    public Behaviour withAcquires(int value) {
        return new Behaviour(slowPerMille, leak, hotRow, burnMillis, value, demand);
    }

    public Behaviour withDemand(Demand value) {
        return new Behaviour(slowPerMille, leak, hotRow, burnMillis, acquires, value);
    }

    /** As the query of a URL. */
    public String query() {
        return "slowPerMille=%d&leak=%s&hotRow=%s&burnMillis=%d&acquires=%d&medianMillis=%s&sigma=%s&computes=%s"
                .formatted(
                        slowPerMille,
                        leak,
                        hotRow,
                        burnMillis,
                        acquires,
                        demand.medianMillis(),
                        demand.sigma(),
                        demand.computes());
    }

    /** The same with what the query names; the rest stays. */
    Behaviour with(Map<String, String> query) {
        return new Behaviour(
                Integer.parseInt(query.getOrDefault("slowPerMille", "" + slowPerMille)),
                Double.parseDouble(query.getOrDefault("leak", "" + leak)),
                Boolean.parseBoolean(query.getOrDefault("hotRow", "" + hotRow)),
                Integer.parseInt(query.getOrDefault("burnMillis", "" + burnMillis)),
                Integer.parseInt(query.getOrDefault("acquires", "" + acquires)),
                new Demand(
                        Double.parseDouble(query.getOrDefault("medianMillis", "" + demand.medianMillis())),
                        Double.parseDouble(query.getOrDefault("sigma", "" + demand.sigma())),
                        Boolean.parseBoolean(query.getOrDefault("computes", "" + demand.computes()))));
    }
}
