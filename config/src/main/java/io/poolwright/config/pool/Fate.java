package io.poolwright.config.pool;

/** What became of a setting on its way into the product. */
public enum Fate {
    /** In force as written. */
    KEPT,
    /** Not written; the product's default is in force. */
    DEFAULTED,
    /** The product puts another value in its place and says so at most in a log line. */
    REPLACED,
    /** In force, yet without any effect because of another setting. */
    IGNORED,
    /** The product throws at start. */
    REFUSED,
    /** It depends on something that is not known: a placeholder, or the product's version. */
    UNKNOWN
}
