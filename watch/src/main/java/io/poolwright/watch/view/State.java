package io.poolwright.watch.view;

import java.util.Locale;

/** How a pool stands against its limit. Each state has a word and a shape, so that colour is never needed. */
public enum State {
    /** Below its load line, and nothing wrong is known of it. */
    CALM("calm", "●", 0),
    /** Used beyond its load line, or something small is odd; nobody suffers as far as is known. */
    NEAR("near its limit", "◆", 1),
    /** It cannot be judged: the source is silent, or does not tell what is used or what the limit is. */
    BLIND("blind spot", "?", 2),
    /** An alert fires. */
    OVER("over its limit", "▲", 3);

    private final String word;
    private final String shape;
    private final int rank;

    State(String word, String shape, int rank) {
        this.word = word;
        this.shape = shape;
        this.rank = rank;
    }

    /** Its name outside the code, such as {@code over}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In a few words. */
    public String word() {
        return word;
    }

    /** One character that differs from every other state's. */
    public String shape() {
        return shape;
    }

    /** Higher is worse. */
    public int rank() {
        return rank;
    }

    /** The worse of two. */
    public State or(State other) {
        return rank >= other.rank ? this : other;
    }
}
