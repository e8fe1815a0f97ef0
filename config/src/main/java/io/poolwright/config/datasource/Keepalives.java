package io.poolwright.config.datasource;

import io.poolwright.config.pool.Effective;
import io.poolwright.config.pool.EffectivePool;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Setting;
import java.time.Duration;

/** How often each pool pings the connections that nobody uses, in the terms of that pool. */
final class Keepalives {
    private static final String NAME = "keepalive";

    private Keepalives() {}

    static Setting<Duration> of(EffectivePool pool, InForce force) {
        return switch (pool.product()) {
            case DRUID -> {
                Effective on = pool.more("keepAlive");
                yield on.yes()
                        ? force.time(pool.more("keepAliveBetweenTimeMillis"))
                        : on.known() ? never("Druid without keepAlive") : force.time(on.unknownFor(on.why()));
            }
            case TOMCAT_JDBC, DBCP2 -> {
                Effective on = pool.more("testWhileIdle");
                yield on.yes()
                        ? force.timeOrNever(pool.more("timeBetweenEvictionRunsMillis"))
                        : on.known() ? never("no testWhileIdle") : force.time(on.unknownFor(on.why()));
            }
            case C3P0 -> force.timeOrNever(pool.more("idleConnectionTestPeriod"));
            case QUARKUS -> force.timeOrNever(pool.more("backgroundValidationInterval"));
            case AGROAL -> force.timeOrNever(pool.more("idleValidation"));
            default -> never("the pool pings no idle connection");
        };
    }

    private static Setting<Duration> never(String of) {
        return Setting.defaulted(NAME, Bound.FOREVER, of);
    }
}
