package io.poolwright.model.live;

import java.util.Locale;

/** A place on the way of a request that has a limit, outermost first: the order of every picture that we draw. */
public enum Tier {
    /** A balancer's or web server's own connections, from its clients. */
    FRONTEND("connections from clients"),
    /** A balancer's slots towards one server: what it may send there at once, and who waits for that. */
    SERVER("slots towards a server"),
    /** Workers that handle a request each: threads of an application server, children of PHP-FPM. */
    WORKERS("request workers"),
    /** An application's pool of connections to another service. */
    HTTP_CLIENT("connections to another service"),
    /** An application's pool of connections to a database. */
    POOL("database connections"),
    /** A pooler's connections to a database, such as PgBouncer's for one database and user. */
    POOLER("pooled server connections"),
    /** A database's own slots for its clients. */
    DATABASE("client slots");

    private final String what;

    Tier(String what) {
        this.what = what;
    }

    /** Its name outside the code, such as {@code http-client}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a unit of its limit is, in the plural. */
    public String what() {
        return what;
    }
}
