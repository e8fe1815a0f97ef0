package io.poolwright.config.datasource;

import io.poolwright.config.jdbc.DatabaseDriver;
import io.poolwright.config.pool.PoolProduct;

/** What pools and drivers are called as products of a stack. */
public final class PoolNames {
    private PoolNames() {}

    /** The pool's product: {@code hikaricp}, {@code tomcat-jdbc}, {@code druid} and so on. */
    public static String of(PoolProduct product) {
        return switch (product) {
            case HIKARI -> "hikaricp";
            case TOMCAT_JDBC -> "tomcat-jdbc";
            case DBCP2 -> "dbcp2";
            case C3P0 -> "c3p0";
            case DRUID -> "druid";
            case AGROAL -> "agroal";
            case QUARKUS -> "quarkus-agroal";
            case VIBUR -> "vibur";
            case R2DBC_POOL -> "r2dbc-pool";
            case MARIADB_POOL -> "mariadb-pool";
        };
    }

    /** The driver's product. */
    public static String of(DatabaseDriver driver) {
        return switch (driver) {
            case PGJDBC -> "pgjdbc";
            case CONNECTOR_J -> "connector-j";
            case MARIADB -> "mariadb-connector-j";
            case SQL_SERVER -> "mssql-jdbc";
            case ORACLE -> "ojdbc";
            case R2DBC_POSTGRESQL -> "r2dbc-postgresql";
            case R2DBC_MYSQL -> "r2dbc-mysql";
            case OTHER -> "other";
        };
    }
}
