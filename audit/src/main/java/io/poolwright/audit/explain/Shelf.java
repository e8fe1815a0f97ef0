package io.poolwright.audit.explain;

import java.util.List;

/** Which pages there are, for a jar cannot be listed. */
final class Shelf {
    /**
     * A page of settings.
     *
     * @param product its name, and that of its page
     * @param prefixes what people write in front of its keys
     */
    record Settings(String product, List<String> prefixes) {
        String page() {
            return "parameters/" + product + ".md";
        }
    }

    /** Pages of settings. */
    static final List<Settings> SETTINGS = List.of(
            settings("hikaricp", "hikari", "spring.datasource.hikari"),
            settings("tomcat-jdbc", "spring.datasource.tomcat"),
            settings("dbcp2", "dbcp", "spring.datasource.dbcp2"),
            settings("c3p0", "hibernate.c3p0"),
            settings("druid", "spring.datasource.druid"),
            settings("agroal", "quarkus.datasource.jdbc"),
            settings("vibur"),
            settings("r2dbc-pool", "r2dbc", "spring.r2dbc.pool"),
            settings("pgjdbc", "postgresql jdbc"),
            settings("connector-j", "mysql jdbc"),
            settings("mariadb-connector-j", "mariadb jdbc"),
            settings("spring-boot", "spring"),
            settings("tomcat", "server.tomcat"),
            settings("http-clients", "httpclient", "okhttp", "reactor-netty"),
            settings("haproxy"),
            settings("nginx"),
            settings("apache-httpd", "apache", "httpd"),
            settings("envoy"),
            settings("traefik"),
            settings("php-fpm", "php", "fpm"),
            settings("wordpress", "wp"),
            settings("pgbouncer"),
            settings("proxysql", "mysql"),
            settings("postgresql", "postgres", "pg"),
            settings("mysql", "mariadb"),
            settings("kubernetes", "k8s", "compose"));

    /** Pages of messages, without folder and ending. */
    static final List<String> SIGNATURES =
            List.of("hikaricp", "pools", "databases", "poolers", "balancers", "web", "applications");

    private Shelf() {}

    private static Settings settings(String product, String... prefixes) {
        return new Settings(product, List.of(prefixes));
    }
}
