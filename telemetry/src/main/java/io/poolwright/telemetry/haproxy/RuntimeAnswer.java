package io.poolwright.telemetry.haproxy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the runtime API answers to {@code show info;show stat}: lines {@code Name: value}, then the CSV.
 *
 * @param info what {@code show info} told, by HAProxy's names; empty when it was not asked
 * @param csv from its header line on
 */
record RuntimeAnswer(Map<String, String> info, String csv) {
    private static final int MOST_INFO = 200;

    static RuntimeAnswer split(byte[] answer) {
        int csvAt = headerAt(answer);
        Map<String, String> info = new LinkedHashMap<>();
        new String(answer, 0, csvAt, StandardCharsets.UTF_8)
                .lines()
                .limit(MOST_INFO)
                .forEach(line -> {
                    int colon = line.indexOf(": ");
                    if (colon > 0) {
                        info.put(
                                line.substring(0, colon),
                                line.substring(colon + 2).strip());
                    }
                });
        return new RuntimeAnswer(info, new String(answer, csvAt, answer.length - csvAt, StandardCharsets.UTF_8));
    }

    /** Where a line begins with {@code "# "}; 0 when none does. */
    private static int headerAt(byte[] answer) {
        for (int i = 0; i + 1 < answer.length; i++) {
            if (answer[i] == '#' && answer[i + 1] == ' ' && (i == 0 || answer[i - 1] == '\n')) {
                return i;
            }
        }
        return 0;
    }
}
