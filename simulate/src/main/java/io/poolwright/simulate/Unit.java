package io.poolwright.simulate;

/** What the number of a {@link Parameter} counts. */
public enum Unit {
    /** Whole things: connections, workers, requests. Infinite for no limit. */
    COUNT(""),
    /** Seconds. Infinite for no limit. */
    SECONDS("s"),
    /** Requests a second. */
    PER_SECOND("/s"),
    /** A multiple: 3 is three times. */
    FACTOR("x"),
    /** A share, 0 to 1, or a number without a unit of its own. */
    SHARE(""),
    /** Yes is 1, no is 0. */
    FLAG("");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    /** What is written behind the number; empty text for none. */
    public String symbol() {
        return symbol;
    }
}
