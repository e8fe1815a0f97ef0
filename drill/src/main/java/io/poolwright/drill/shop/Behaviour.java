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
 */
public record Behaviour(int slowPerMille, double leak, boolean hotRow, int burnMillis, int acquires) {
    /** What the shop does when nothing was asked of it. */
    public static final Behaviour NORMAL = new Behaviour(0, 0, false, 0, 0);

    public Behaviour {
        if (slowPerMille < 0 || slowPerMille > 1000 || leak < 0 || leak > 1 || burnMillis < 0 || acquires < 0) {
            throw new IllegalArgumentException("out of range: slowPerMille %d, leak %s, burnMillis %d, acquires %d"
                    .formatted(slowPerMille, leak, burnMillis, acquires));
        }
    }

    public Behaviour withSlowPerMille(int value) {
        return new Behaviour(value, leak, hotRow, burnMillis, acquires);
    }

    public Behaviour withLeak(double value) {
        return new Behaviour(slowPerMille, value, hotRow, burnMillis, acquires);
    }

    public Behaviour withHotRow(boolean value) {
        return new Behaviour(slowPerMille, leak, value, burnMillis, acquires);
    }

    public Behaviour withBurnMillis(int value) {
        return new Behaviour(slowPerMille, leak, hotRow, value, acquires);
    }

    public Behaviour withAcquires(int value) {
        return new Behaviour(slowPerMille, leak, hotRow, burnMillis, value);
    }

    /** As the query of a URL. */
    public String query() {
        return "slowPerMille=%d&leak=%s&hotRow=%s&burnMillis=%d&acquires=%d"
                .formatted(slowPerMille, leak, hotRow, burnMillis, acquires);
    }

    /** The same with what the query names; the rest stays. */
    Behaviour with(Map<String, String> query) {
        return new Behaviour(
                Integer.parseInt(query.getOrDefault("slowPerMille", "" + slowPerMille)),
                Double.parseDouble(query.getOrDefault("leak", "" + leak)),
                Boolean.parseBoolean(query.getOrDefault("hotRow", "" + hotRow)),
                Integer.parseInt(query.getOrDefault("burnMillis", "" + burnMillis)),
                Integer.parseInt(query.getOrDefault("acquires", "" + acquires)));
    }
}
