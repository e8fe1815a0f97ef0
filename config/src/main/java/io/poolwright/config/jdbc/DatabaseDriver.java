package io.poolwright.config.jdbc;

import java.util.Locale;

/** The driver that an address is written for. */
public enum DatabaseDriver {
    /** pgjdbc: bare times are seconds. */
    PGJDBC(5432, 1_000),
    /** MySQL Connector/J: bare times are milliseconds. */
    CONNECTOR_J(3306, 1),
    /** MariaDB Connector/J: bare times are milliseconds. */
    MARIADB(3306, 1),
    /** Microsoft's driver for SQL Server. */
    SQL_SERVER(1433, 1),
    /** Oracle's thin driver. */
    ORACLE(1521, 1),
    /** r2dbc-postgresql. */
    R2DBC_POSTGRESQL(5432, 1),
    /** r2dbc-mysql and r2dbc-mariadb. */
    R2DBC_MYSQL(3306, 1),
    /** Any other, embedded databases such as H2 included. */
    OTHER(-1, 1);

    private final int port;
    private final long millisPerBareUnit;

    DatabaseDriver(int port, long millisPerBareUnit) {
        this.port = port;
        this.millisPerBareUnit = millisPerBareUnit;
    }

    /** The port that is used when none is written; -1 when there is none. */
    public int defaultPort() {
        return port;
    }

    /** Milliseconds in one of the driver's units of time. */
    public long millisPerBareUnit() {
        return millisPerBareUnit;
    }

    /** Whether it speaks JDBC to PostgreSQL, MySQL or MariaDB, the drivers whose times we know. */
    public boolean timed() {
        return this == PGJDBC || this == CONNECTOR_J || this == MARIADB;
    }

    /** Whether the address names a MySQL or a MariaDB server for JDBC. */
    public boolean mysqlFamily() {
        return this == CONNECTOR_J || this == MARIADB;
    }

    /** The driver whose times count when this class is loaded for the address; the address's own otherwise. */
    public DatabaseDriver loadedBy(String driverClass) {
        boolean mariadb = driverClass.strip().startsWith("org.mariadb.jdbc.");
        return this == CONNECTOR_J && mariadb ? MARIADB : this;
    }

    static DatabaseDriver named(String subprotocol, boolean reactive) {
        String plain = subprotocol.toLowerCase(Locale.ROOT);
        return switch (plain) {
            case "postgresql", "postgres" -> reactive ? R2DBC_POSTGRESQL : plain.equals("postgres") ? OTHER : PGJDBC;
            case "mysql", "mysql+srv" -> reactive ? R2DBC_MYSQL : CONNECTOR_J;
            case "mariadb" -> reactive ? R2DBC_MYSQL : MARIADB;
            case "sqlserver", "mssql" -> SQL_SERVER;
            case "oracle" -> ORACLE;
            default -> OTHER;
        };
    }
}
