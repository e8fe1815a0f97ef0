package io.poolwright.bench;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The peer: split the page into lines, cut each at its last space, put it into a map. It undoes no escapes. */
final class NaiveText {
    private NaiveText() {}

    static Map<String, Double> parse(byte[] page) {
        Map<String, Double> samples = new HashMap<>();
        for (String line : new String(page, StandardCharsets.UTF_8).split("\n", -1)) {
            if (!line.isEmpty() && line.charAt(0) != '#') {
                int space = line.lastIndexOf(' ');
                samples.put(line.substring(0, space), Double.valueOf(line.substring(space + 1)));
            }
        }
        return samples;
    }
}
