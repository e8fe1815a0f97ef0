package io.poolwright.simulate.fit;

import io.poolwright.model.Tick;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The stretches of a recording that can be used, and why the others cannot.
 *
 * @param good in order of time
 * @param excluded how many could not be used, by reason
 */
record Looks(List<Look> good, Map<String, Integer> excluded) {
    /** A pause of so many usual ones is a gap. */
    private static final double GAP = 3;

    Looks {
        good = List.copyOf(good);
        excluded = Collections.unmodifiableMap(new TreeMap<>(excluded));
    }

    static Looks of(List<Tick> ticks) {
        double usual = usualPause(ticks);
        List<Look> good = new ArrayList<>();
        Map<String, Integer> excluded = new TreeMap<>();
        for (int i = 1; i < ticks.size(); i++) {
            Tick before = ticks.get(i - 1);
            Tick after = ticks.get(i);
            double seconds = Duration.between(before.at(), after.at()).toMillis() / 1000.0;
            String reason = seconds <= 0
                    ? "the clock went back"
                    : seconds > GAP * usual ? "nothing was recorded for a while" : "";
            if (reason.isEmpty()) {
                Between between = new Between(before, after, seconds);
                reason = between.trouble();
                if (reason.isEmpty()) {
                    good.add(between.look());
                }
            }
            if (!reason.isEmpty()) {
                excluded.merge(reason, 1, Integer::sum);
            }
        }
        return new Looks(good, excluded);
    }

    private static double usualPause(List<Tick> ticks) {
        double[] pauses = new double[Math.max(0, ticks.size() - 1)];
        for (int i = 0; i < pauses.length; i++) {
            pauses[i] =
                    Duration.between(ticks.get(i).at(), ticks.get(i + 1).at()).toMillis() / 1000.0;
        }
        Arrays.sort(pauses);
        return pauses.length == 0 ? 1 : Math.max(0.001, pauses[pauses.length / 2]);
    }
}
