package io.poolwright.model.stack;

import java.util.Locale;

/** A layer of the way of a request, outermost first, and what stands beside that way. */
public enum Layer {
    CLIENT,
    LB,
    WEB,
    PHP,
    WORDPRESS,
    APP_SERVER,
    APP,
    ORM,
    APP_POOL,
    APP_CACHE,
    DRIVER,
    HTTP_CLIENT,
    POOLER,
    DB,
    ORCHESTRATOR,
    OS,
    ANY;

    /** Its name outside the code, such as {@code app-pool}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
