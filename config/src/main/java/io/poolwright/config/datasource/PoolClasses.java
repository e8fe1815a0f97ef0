package io.poolwright.config.datasource;

import io.poolwright.config.pool.PoolProduct;
import java.util.Optional;

/** Which pool a class belongs to: a {@code spring.datasource.type}, a bean's class, a Tomcat resource's type or factory. */
public final class PoolClasses {
    private PoolClasses() {}

    /** The pool of a class; empty for a class that is no pool we know. */
    public static Optional<PoolProduct> of(String className) {
        String name = className.strip();
        if (name.startsWith("com.zaxxer.hikari.")) {
            return Optional.of(PoolProduct.HIKARI);
        }
        if (name.startsWith("org.apache.tomcat.jdbc.pool.")) {
            return Optional.of(PoolProduct.TOMCAT_JDBC);
        }
        if (name.startsWith("org.apache.commons.dbcp2.") || name.startsWith("org.apache.tomcat.dbcp.dbcp2.")) {
            return Optional.of(PoolProduct.DBCP2);
        }
        if (name.startsWith("com.mchange.v2.c3p0.")) {
            return Optional.of(PoolProduct.C3P0);
        }
        if (name.startsWith("com.alibaba.druid.")) {
            return Optional.of(PoolProduct.DRUID);
        }
        if (name.startsWith("io.agroal.")) {
            return Optional.of(PoolProduct.AGROAL);
        }
        return name.startsWith("org.vibur.dbcp.") ? Optional.of(PoolProduct.VIBUR) : Optional.empty();
    }
}
