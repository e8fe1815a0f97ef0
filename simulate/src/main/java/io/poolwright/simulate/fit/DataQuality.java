package io.poolwright.simulate.fit;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a recording can be trusted.
 *
 * @param looks in the recording
 * @param seconds between looks that could be used
 * @param calm whether only calm stretches were used; else all of it was, for want of calm
 * @param excluded stretches between two looks that could not be used, by reason
 * @param usedResidual connections seen in use over those that Little's law asks for, less 1; NaN when not known
 * @param pendingResidual callers seen waiting less those that Little's law asks for, over connections in use; NaN likewise
 * @param warnings what makes the figures less certain, a sentence each
 * @param refusals what makes them worthless, a sentence each; a recording with one is not to be planned by
 */
public record DataQuality(
        int looks,
        double seconds,
        boolean calm,
        Map<String, Integer> excluded,
        double usedResidual,
        double pendingResidual,
        List<String> warnings,
        List<String> refusals) {
    /** There was no recording. */
    public static final DataQuality NONE =
            new DataQuality(0, 0, false, Map.of(), Double.NaN, Double.NaN, List.of(), List.of());

    public DataQuality {
        excluded = Collections.unmodifiableMap(new TreeMap<>(excluded));
        warnings = List.copyOf(warnings);
        refusals = List.copyOf(refusals);
    }

    /** Whether nothing should be concluded from it. */
    public boolean abstains() {
        return !refusals.isEmpty();
    }
}
