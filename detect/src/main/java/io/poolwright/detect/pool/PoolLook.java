package io.poolwright.detect.pool;

import io.poolwright.model.live.Measures;
import java.util.List;
import java.util.Objects;

/**
 * What the watch over one pool knows after a look.
 *
 * @param measures what was measured; nothing when the source was silent or the look was refused
 * @param firing alerts that fire now, in id order
 * @param fresh those of them that began to fire, or became worse, with this look
 * @param ended those that fired until this look
 */
public record PoolLook(Measures measures, List<PoolAlert> firing, List<PoolAlert> fresh, List<PoolAlert> ended) {
    public PoolLook {
        Objects.requireNonNull(measures, "measures");
        firing = List.copyOf(firing);
        fresh = List.copyOf(fresh);
        ended = List.copyOf(ended);
    }
}
