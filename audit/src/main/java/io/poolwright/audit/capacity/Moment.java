package io.poolwright.audit.capacity;

/** When connections are counted: the copies that run differ. */
public enum Moment {
    /** As deployed. */
    NOW,
    /** When the autoscaler has gone as far as it may. */
    SCALED_OUT,
    /** Then, during a rolling update: old and new copies at the same time. */
    UPDATING
}
