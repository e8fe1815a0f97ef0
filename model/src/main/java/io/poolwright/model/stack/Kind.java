package io.poolwright.model.stack;

/** What a part of the stack is. */
public enum Kind {
    /** A deployed unit: a Compose service, a Kubernetes workload. It runs the parts that name it as their service. */
    SERVICE,
    /** A proxy process: HAProxy's global section, nginx's main and http level, an Envoy, a Traefik, an httpd. */
    PROXY,
    /** Where a proxy takes requests in: a HAProxy frontend or listen, an nginx server, an Envoy listener. */
    FRONTEND,
    /** A proxy's rule for some requests: an nginx location that passes on, an Envoy route, a ProxyPass. */
    ROUTE,
    /** A set of servers of a proxy: a HAProxy backend or listen, an nginx upstream, an Envoy cluster. */
    BACKEND,
    /** One server of a backend. */
    SERVER,
    /** A program of the user's that is configured: a Spring Boot application. */
    APPLICATION,
    /** The server inside an application, or a servlet container: Tomcat, Jetty, Undertow, Netty. */
    APP_SERVER,
    /** A pool of database connections inside an application. */
    POOL,
    /** A database driver's settings: a JDBC URL. */
    DRIVER,
    /** An outbound HTTP client of an application. */
    HTTP_CLIENT,
    /** A pool of connections to a cache, such as Redis. */
    CACHE_POOL,
    /** A connection pooler's process: PgBouncer, ProxySQL. */
    POOLER,
    /** One database entry of a pooler. */
    POOLER_DATABASE,
    /** A database server. */
    DATABASE,
    /** A PHP-FPM pool. */
    FPM_POOL,
    /** A PHP configuration ({@code php.ini}). */
    PHP,
    /** A WordPress installation. */
    WORDPRESS
}
