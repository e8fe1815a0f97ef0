package io.poolwright.watch.eye;

/** Where what happened is kept. It does not throw and does not wait: a ledger that is slow or full keeps its own queue. */
@FunctionalInterface
public interface Ledger {
    void note(Occurrence occurrence);
}
