package io.poolwright.cli.report.simulate;

import java.util.Locale;

/** What a simulation comes to. */
public enum Answer {
    /** The promise is kept all along. */
    HOLDS("✓", "holds", 0),
    /** It is broken while a fault lasts, and kept again afterwards. */
    RECOVERS("✓", "recovers", 0),
    /** The promise is broken. */
    DOES_NOT_HOLD("✗", "does not hold", 1),
    /** What came over it is over, and it stays down. */
    STAYS_DOWN("✗", "collapses and stays down", 1),
    /** Something is not known that decides. */
    CANNOT_TELL("?", "cannot tell", 3);

    private final String sign;
    private final String words;
    private final int exitCode;

    Answer(String sign, String words, int exitCode) {
        this.sign = sign;
        this.words = words;
        this.exitCode = exitCode;
    }

    /** A sign that needs no colour. */
    public String sign() {
        return sign;
    }

    /** In words, inside a sentence. */
    public String words() {
        return words;
    }

    /** What the command ends with. */
    public int exitCode() {
        return exitCode;
    }

    /** Its name for programs. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
