package io.poolwright.simulate.plan.sizing;

/** What happens to a stack when its pool has some size, for rules that try sizes. */
@FunctionalInterface
interface Plant {
    /** What is seen at this size of one instance's pool; 1 or more. */
    Observed at(int pool);
}
