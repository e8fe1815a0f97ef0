package io.poolwright.telemetry.jmx;

import static io.poolwright.model.live.Signal.BORROWS;
import static io.poolwright.model.live.Signal.CREATED;
import static io.poolwright.model.live.Signal.IDLE;
import static io.poolwright.model.live.Signal.LEAKS;
import static io.poolwright.model.live.Signal.MAX;
import static io.poolwright.model.live.Signal.MIN_IDLE;
import static io.poolwright.model.live.Signal.PENDING;
import static io.poolwright.model.live.Signal.TIMEOUTS;
import static io.poolwright.model.live.Signal.TOTAL;
import static io.poolwright.model.live.Signal.USED;
import static io.poolwright.model.live.Signal.USES;
import static io.poolwright.model.live.Signal.USE_MEAN;
import static io.poolwright.model.live.Signal.USE_SECONDS;
import static io.poolwright.model.live.Signal.WAIT_MEAN;
import static io.poolwright.model.live.Signal.WAIT_SECONDS;

import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.jmx.PoolBean.Shown;
import io.poolwright.telemetry.jmx.PoolBean.Told;
import io.poolwright.telemetry.jmx.PoolBean.Unknown;
import java.util.List;
import java.util.Map;

/**
 * The kinds of MBeans that tell of pools. Several may tell of the same pool: what they say is put together by its name.
 *
 * <p>Source: the MBean interfaces of HikariCP 7.1, Tomcat JDBC 11, DBCP 2.14, commons-pool 2.13, c3p0 0.14, Tomcat 11,
 * Jetty 12. Passwords, addresses and connection properties that some of them offer are never asked for.
 */
final class PoolBeans {
    private static final String MILLIS = "ms";
    private static final double MILLI = 0.001;

    private static final String HIKARI_TIMES =
            "HikariCP's MBeans count no borrows and no times; add the metrics page (micrometer-registry-prometheus) as a source";
    private static final String HIKARI_POOL =
            "this JVM shows HikariCP's settings but not the pool; set spring.datasource.hikari.register-mbeans=true (registerMbeans without Spring)";
    private static final String HIKARI_CONFIG =
            "the JVM shows the pool but not its settings: HikariCP registers com.zaxxer.hikari:type=PoolConfig beside it";
    private static final String UNLIMITED = "the pool says that it has no limit";
    private static final String TOMCAT_JDBC_TIMES = "Tomcat JDBC counts neither times nor time-outs";
    private static final String DBCP_WAITERS =
            "the pool of connections has no MBean of its own beside the data source's: give the data source a jmxName";
    private static final String C3P0_TIMES =
            "c3p0 counts neither borrows nor times, and time-outs only among other failures";
    private static final String POOL2_TIMEOUTS = "commons-pool counts no time-outs";
    private static final String EXECUTOR =
            "the connector uses an executor of its own or virtual threads, whose limit Tomcat does not know";
    private static final String BACKLOG =
            "connections that no thread has taken up wait in the kernel's backlog, which Tomcat does not count";

    private static final Map<String, Shown> HIKARI_SETTINGS = Map.of(
            "MaximumPoolSize", new Shown("maximumPoolSize", ""),
            "MinimumIdle", new Shown("minimumIdle", ""),
            "ConnectionTimeout", new Shown("connectionTimeout", MILLIS),
            "ValidationTimeout", new Shown("validationTimeout", MILLIS),
            "IdleTimeout", new Shown("idleTimeout", MILLIS),
            "MaxLifetime", new Shown("maxLifetime", MILLIS),
            "LeakDetectionThreshold", new Shown("leakDetectionThreshold", MILLIS));

    static final PoolBean HIKARI_POOLS = new PoolBean(
            "HikariCP",
            Tier.POOL,
            List.of("com.zaxxer.hikari:type=Pool (*", "com.zaxxer.hikari:type=Pool,*"),
            List.of(),
            List.of(
                    told("ActiveConnections", USED),
                    told("IdleConnections", IDLE),
                    told("TotalConnections", TOTAL),
                    told("ThreadsAwaitingConnection", PENDING)),
            Map.of(),
            List.of(
                    new Unknown(MAX, HIKARI_CONFIG),
                    new Unknown(WAIT_SECONDS, HIKARI_TIMES),
                    new Unknown(USE_SECONDS, HIKARI_TIMES),
                    new Unknown(TIMEOUTS, HIKARI_TIMES),
                    new Unknown(BORROWS, HIKARI_TIMES)));

    /** Beside each pool; and alone, where Spring shows the data source as a bean, which tells of no connection. */
    static final PoolBean HIKARI_CONFIGS = new PoolBean(
            "HikariCP",
            Tier.POOL,
            List.of(
                    "com.zaxxer.hikari:type=PoolConfig (*",
                    "com.zaxxer.hikari:type=PoolConfig,*",
                    "com.zaxxer.hikari:type=HikariDataSource,*"),
            List.of(),
            List.of(told("MaximumPoolSize", MAX), told("MinimumIdle", MIN_IDLE)),
            HIKARI_SETTINGS,
            List.of(new Unknown(USED, HIKARI_POOL), new Unknown(PENDING, HIKARI_POOL)));

    static final PoolBean TOMCAT_JDBC = new PoolBean(
            "Tomcat JDBC",
            Tier.POOL,
            List.of("*:type=ConnectionPool,*"),
            List.of(),
            List.of(
                    told("Active", USED),
                    told("Idle", IDLE),
                    told("Size", TOTAL),
                    told("WaitCount", PENDING),
                    told("MaxActive", MAX),
                    told("MinIdle", MIN_IDLE),
                    told("BorrowedCount", BORROWS),
                    told("CreatedCount", CREATED),
                    told("RemoveAbandonedCount", LEAKS)),
            Map.of(
                    "MaxActive", new Shown("maxActive", ""),
                    "MaxIdle", new Shown("maxIdle", ""),
                    "MinIdle", new Shown("minIdle", ""),
                    "InitialSize", new Shown("initialSize", ""),
                    "MaxWait", new Shown("maxWait", MILLIS),
                    "MaxAge", new Shown("maxAge", MILLIS),
                    "RemoveAbandoned", new Shown("removeAbandoned", ""),
                    "RemoveAbandonedTimeout", new Shown("removeAbandonedTimeout", "s"),
                    "TestOnBorrow", new Shown("testOnBorrow", ""),
                    "ValidationInterval", new Shown("validationInterval", MILLIS)),
            List.of(
                    new Unknown(WAIT_SECONDS, TOMCAT_JDBC_TIMES),
                    new Unknown(USE_SECONDS, TOMCAT_JDBC_TIMES),
                    new Unknown(TIMEOUTS, TOMCAT_JDBC_TIMES)));

    static final PoolBean DBCP2 = new PoolBean(
            "DBCP2",
            Tier.POOL,
            List.of("*:type=BasicDataSource,*", "Catalina:type=DataSource,*"),
            List.of("org.apache.commons.dbcp2.BasicDataSource", "org.apache.tomcat.dbcp.dbcp2.BasicDataSource"),
            List.of(told("NumActive", USED), told("NumIdle", IDLE), told("MaxTotal", MAX), told("MinIdle", MIN_IDLE)),
            Map.of(
                    "MaxTotal", new Shown("maxTotal", ""),
                    "MaxIdle", new Shown("maxIdle", ""),
                    "MinIdle", new Shown("minIdle", ""),
                    "MaxWaitMillis", new Shown("maxWaitMillis", MILLIS),
                    "MaxConnLifetimeMillis", new Shown("maxConnLifetimeMillis", MILLIS),
                    "TestOnBorrow", new Shown("testOnBorrow", ""),
                    "RemoveAbandonedOnBorrow", new Shown("removeAbandonedOnBorrow", ""),
                    "RemoveAbandonedOnMaintenance", new Shown("removeAbandonedOnMaintenance", ""),
                    "RemoveAbandonedTimeout", new Shown("removeAbandonedTimeout", "s"),
                    "LogAbandoned", new Shown("logAbandoned", "")),
            List.of(
                    new Unknown(MAX, UNLIMITED),
                    new Unknown(PENDING, DBCP_WAITERS),
                    new Unknown(BORROWS, DBCP_WAITERS)));

    /** A pool of anything; what it holds decides where it stands. */
    static final PoolBean POOL2 = new PoolBean(
            "commons-pool2",
            Tier.HTTP_CLIENT,
            List.of("*:type=GenericObjectPool,*"),
            List.of(
                    "org.apache.commons.pool2.impl.GenericObjectPool",
                    "org.apache.tomcat.dbcp.pool2.impl.GenericObjectPool"),
            List.of(
                    told("NumActive", USED),
                    told("NumIdle", IDLE),
                    told("NumWaiters", PENDING),
                    told("MaxTotal", MAX),
                    told("MinIdle", MIN_IDLE),
                    told("BorrowedCount", BORROWS),
                    told("CreatedCount", CREATED),
                    new Told("MeanBorrowWaitTimeMillis", WAIT_MEAN, MILLI),
                    new Told("MeanActiveTimeMillis", USE_MEAN, MILLI)),
            Map.of(
                    "MaxTotal", new Shown("maxTotal", ""),
                    "MaxIdle", new Shown("maxIdle", ""),
                    "MinIdle", new Shown("minIdle", ""),
                    "MaxWaitMillis", new Shown("maxWaitMillis", MILLIS)),
            List.of(new Unknown(MAX, UNLIMITED), new Unknown(TIMEOUTS, POOL2_TIMEOUTS)));

    static final PoolBean C3P0 = new PoolBean(
            "c3p0",
            Tier.POOL,
            List.of("com.mchange.v2.c3p0:type=PooledDataSource,*", "com.mchange.v2.c3p0:type=PooledDataSource[*"),
            List.of(),
            List.of(
                    told("numBusyConnections", USED),
                    told("numIdleConnections", IDLE),
                    told("numConnections", TOTAL),
                    told("numThreadsAwaitingCheckoutDefaultUser", PENDING),
                    told("maxPoolSize", MAX),
                    told("minPoolSize", MIN_IDLE)),
            Map.of(
                    "maxPoolSize", new Shown("maxPoolSize", ""),
                    "minPoolSize", new Shown("minPoolSize", ""),
                    "checkoutTimeout", new Shown("checkoutTimeout", MILLIS),
                    "unreturnedConnectionTimeout", new Shown("unreturnedConnectionTimeout", "s"),
                    "maxConnectionAge", new Shown("maxConnectionAge", "s"),
                    "maxIdleTime", new Shown("maxIdleTime", "s")),
            List.of(
                    new Unknown(BORROWS, C3P0_TIMES),
                    new Unknown(WAIT_SECONDS, C3P0_TIMES),
                    new Unknown(USE_SECONDS, C3P0_TIMES),
                    new Unknown(TIMEOUTS, C3P0_TIMES)));

    static final PoolBean TOMCAT_THREADS = new PoolBean(
            "Tomcat",
            Tier.WORKERS,
            List.of("*:type=ThreadPool,*"),
            List.of(),
            List.of(told("currentThreadsBusy", USED), told("currentThreadCount", TOTAL), told("maxThreads", MAX)),
            Map.of(
                    "maxThreads", new Shown("maxThreads", ""),
                    "minSpareThreads", new Shown("minSpareThreads", ""),
                    "maxConnections", new Shown("maxConnections", ""),
                    "acceptCount", new Shown("acceptCount", ""),
                    "connectionTimeout", new Shown("connectionTimeout", MILLIS),
                    "keepAliveTimeout", new Shown("keepAliveTimeout", MILLIS)),
            List.of(new Unknown(MAX, EXECUTOR), new Unknown(USED, EXECUTOR), new Unknown(PENDING, BACKLOG)));

    static final PoolBean TOMCAT_REQUESTS = new PoolBean(
            "Tomcat",
            Tier.WORKERS,
            List.of("*:type=GlobalRequestProcessor,*"),
            List.of(),
            List.of(
                    told("requestCount", BORROWS),
                    told("requestCount", USES),
                    new Told("processingTime", USE_SECONDS, MILLI)),
            Map.of(),
            List.of());

    static final PoolBean TOMCAT_CONNECTIONS = new PoolBean(
            "Tomcat",
            Tier.FRONTEND,
            List.of("*:type=ThreadPool,*"),
            List.of(),
            List.of(told("connectionCount", USED), told("maxConnections", MAX)),
            Map.of(),
            List.of(new Unknown(MAX, UNLIMITED), new Unknown(PENDING, BACKLOG)));

    static final PoolBean JETTY_THREADS = new PoolBean(
            "Jetty",
            Tier.WORKERS,
            List.of("org.eclipse.jetty.util.thread:type=queuedthreadpool,*"),
            List.of(),
            List.of(
                    told("busyThreads", USED),
                    told("idleThreads", IDLE),
                    told("threads", TOTAL),
                    told("maxThreads", MAX),
                    told("queueSize", PENDING)),
            Map.of("maxThreads", new Shown("maxThreads", ""), "minThreads", new Shown("minThreads", "")),
            List.of());

    private PoolBeans() {}

    /** All of them; a pool that several tell of takes what is known first. */
    static List<PoolBean> all() {
        return List.of(
                HIKARI_POOLS,
                HIKARI_CONFIGS,
                TOMCAT_JDBC,
                DBCP2,
                POOL2,
                C3P0,
                TOMCAT_THREADS,
                TOMCAT_REQUESTS,
                TOMCAT_CONNECTIONS,
                JETTY_THREADS);
    }

    private static Told told(String attribute, Signal signal) {
        return new Told(attribute, signal, 1);
    }
}
