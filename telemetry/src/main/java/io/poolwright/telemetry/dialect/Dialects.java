package io.poolwright.telemetry.dialect;

import java.util.List;

/** All dialects. The first that knows a series has it; of two that tell one pool, the first tells it and the second fills in. */
public final class Dialects {
    /** The dialect that names a pool by its bean. */
    public static final String SPRING_JDBC = SpringJdbc.ID;

    private static final List<Dialect> ALL = List.of(
            new MicrometerHikari(),
            new HikariTrackers(),
            new SpringJdbc(),
            new OtelPools(),
            new AgroalPool(),
            new R2dbcPool(),
            new CommonsPool(),
            new HttpComponents(),
            new ReactorNetty(),
            new TomcatThreads(),
            new JettyThreads(),
            new OtelThreads(),
            new Executors(),
            new VertxWorkers(),
            new Wildfly(),
            new HaproxyNative(),
            new HaproxyExporter(),
            new NginxExporter(),
            new NginxVts(),
            new EnvoyClusters(),
            new PhpFpm(),
            new PgbouncerExporter(),
            new PostgresExporter(),
            new MysqldExporter());

    private Dialects() {}

    /** Every one, in the order in which they are asked. */
    public static List<Dialect> all() {
        return ALL;
    }

    /** How the names begin that any of them may know. */
    public static List<String> prefixes() {
        return ALL.stream()
                .flatMap(dialect -> dialect.prefixes().stream())
                .distinct()
                .toList();
    }
}
