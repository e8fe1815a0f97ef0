package io.poolwright.testkit;

/** A source that can fall silent. */
public enum Source {
    /** The load balancer's statistics. */
    BALANCER,
    /** The whole metrics page of the first instance. */
    SHOP_1,
    /** The whole metrics page of the second instance. */
    SHOP_2,
    /** The HTTP group of both pages. */
    HTTP,
    /** The count of repeated attempts on both pages. */
    RESENT,
    /** The pool group of both pages. */
    POOL,
    /** The process group of both pages. */
    PROCESS,
    /** The HTTP group of the first instance's page. */
    HTTP_1,
    /** The pool group of the first instance's page. */
    POOL_1,
    /** The process group of the first instance's page. */
    PROCESS_1,
    /** The database's views. */
    DATABASE,
    /** The configuration files. */
    FILES;

    /** The reason that its silence gives. */
    public String reason() {
        return this + " does not answer";
    }
}
