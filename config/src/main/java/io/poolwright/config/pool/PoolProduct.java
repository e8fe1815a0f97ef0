package io.poolwright.config.pool;

/** A connection pool whose settings we read. */
public enum PoolProduct {
    HIKARI("HikariCP"),
    TOMCAT_JDBC("Tomcat JDBC pool"),
    DBCP2("Commons DBCP 2"),
    C3P0("c3p0"),
    DRUID("Druid"),
    AGROAL("Agroal"),
    QUARKUS("Quarkus (Agroal)"),
    VIBUR("Vibur DBCP"),
    R2DBC_POOL("R2DBC pool"),
    MARIADB_POOL("MariaDB driver's pool");

    private final String title;

    PoolProduct(String title) {
        this.title = title;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }
}
