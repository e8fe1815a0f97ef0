package io.poolwright.telemetry.dialect;

import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Reading;
import io.poolwright.telemetry.FakeSource;
import io.poolwright.telemetry.page.PagePools;
import io.poolwright.telemetry.prometheus.PrometheusText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A page of metrics as text, and what all dialects together make of it. */
public final class Page {
    private final String text;

    private Page(String text) {
        this.text = text;
    }

    /** A page of these lines. */
    public static Page of(String... lines) {
        return new Page(String.join("\n", lines) + "\n");
    }

    /** A page beside the dialects' tests. */
    public static Page recorded(String name) {
        return new Page(new String(FakeSource.recorded(Page.class, name), StandardCharsets.UTF_8));
    }

    public String text() {
        return text;
    }

    /** The page without the lines that begin so. */
    public Page without(String beginning) {
        return new Page(
                text.lines().filter(line -> !line.startsWith(beginning)).collect(Collectors.joining("\n", "", "\n")));
    }

    /** The page with this value in all lines that begin so. */
    public Page with(String beginning, String value) {
        return new Page(text.lines()
                .map(line -> line.startsWith(beginning) ? line.substring(0, line.lastIndexOf(' ') + 1) + value : line)
                .collect(Collectors.joining("\n", "", "\n")));
    }

    /** The page with further lines. */
    public Page and(String... lines) {
        return new Page(text + String.join("\n", lines) + "\n");
    }

    /** Its pools by tier and name, as in {@code pool/orders}. */
    public Map<String, Reading> pools() {
        return looks(this).get(0);
    }

    /** The one pool that it tells of. */
    public Reading pool() {
        Map<String, Reading> pools = pools();
        if (pools.size() != 1) {
            throw new AssertionError("not one pool: " + pools);
        }
        return pools.values().iterator().next();
    }

    /** The pools of one page after the other, read by one reader. */
    public static List<Map<String, Reading>> looks(Page... pages) {
        PagePools reader = new PagePools(Dialects.all(), "shop", "shop-1", PagePools.MOST_POOLS);
        PrometheusText syntax = new PrometheusText();
        return Arrays.stream(pages)
                .map(page -> byName(reader.read(syntax.parse(page.text.getBytes(StandardCharsets.UTF_8)))))
                .toList();
    }

    private static Map<String, Reading> byName(List<Reading> readings) {
        Map<String, Reading> found = new TreeMap<>();
        for (Reading reading : readings) {
            PoolId pool = reading.pool();
            if (found.put(pool.tier().id() + "/" + pool.name(), reading) != null) {
                throw new AssertionError("twice: " + pool);
            }
        }
        return found;
    }
}
