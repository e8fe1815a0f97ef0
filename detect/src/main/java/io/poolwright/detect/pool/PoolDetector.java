package io.poolwright.detect.pool;

import io.poolwright.model.live.Tier;
import java.time.Duration;

/** Recognises one symptom of a single pool: something that is wrong, whatever the cause. */
public interface PoolDetector {

    /** The class name in kebab case; also the name of its page. */
    String id();

    /** What is wrong, in a few words. */
    String title();

    /** Whether it has anything to say of pools at this place. */
    boolean watches(Tier tier);

    /** For how long a pool must be clearly on the good side of the line before the alert ends. */
    default Duration quiet() {
        return Duration.ofMinutes(1);
    }

    /** A judge for one pool, who has seen nothing yet. */
    Judge judge();
}
