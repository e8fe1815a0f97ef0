package io.poolwright.audit.rules.pool;

import io.poolwright.audit.Rule;
import java.util.List;

/** All rules about connection pools inside applications, by id. */
public final class PoolRules {
    private PoolRules() {}

    /** One of each. */
    public static List<Rule> all() {
        return List.of(
                new AgroalAcquisitionInfinite(),
                new C3p0CheckoutInfinite(),
                new C3p0StaleConnections(),
                new Dbcp2EvictorOff(),
                new Dbcp2MaxidleChurn(),
                new Dbcp2MaxwaitInfinite(),
                new DruidIdleVsDb(),
                new DruidMaxwaitInfinite(),
                new HikariAutocommitProviderMismatch(),
                new HikariConnectiontimeoutBelowFloor(),
                new HikariConnectiontimeoutInfinite(),
                new HikariDurationSuffix(),
                new HikariElasticPool(),
                new HikariExclusiveDriverSettings(),
                new HikariIdletimeoutBelowFloor(),
                new HikariIdletimeoutGeMaxlifetime(),
                new HikariIdletimeoutNoEffect(),
                new HikariInitFailDisabled(),
                new HikariInitsqlChurn(),
                new HikariJdbcurlIgnored(),
                new HikariKeepaliveBelowFloor(),
                new HikariKeepaliveGeMaxlifetime(),
                new HikariLeakDetectionOff(),
                new HikariLeakThresholdIneffective(),
                new HikariMaxlifetimeBelowFloor(),
                new HikariMaxlifetimeInfinite(),
                new HikariMbeanPoolName(),
                new HikariMinidleGtMax(),
                new HikariNestedDeadlock(),
                new HikariPoolSuspension(),
                new HikariTestQueryWithJdbc4(),
                new HikariValidationBelowFloor(),
                new HikariValidationGeConnectionTimeout(),
                new HikariVarianceVsLimit(),
                new PoolNoMaxLifetime(),
                new R2dbcAcquireInfinite(),
                new RedisPoolMaxwaitInfinite(),
                new SpringPoolPropertyWrongPrefix(),
                new TomcatjdbcAbandonTooShort(),
                new TomcatjdbcDefaultMax100(),
                new TomcatjdbcNoValidation(),
                new UnitMillisAsSeconds(),
                new UnitSecondsAsMillis(),
                new ViburEffectiveAcquire());
    }
}
