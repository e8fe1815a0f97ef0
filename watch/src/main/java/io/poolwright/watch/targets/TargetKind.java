package io.poolwright.watch.targets;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What sort of thing is asked, and what its address looks like. */
public enum TargetKind {
    /** A metrics page in Prometheus text: a JVM's, an exporter's, HAProxy's own, Envoy's. */
    PROMETHEUS("http://localhost:8080/actuator/prometheus"),
    /** HAProxy's statistics: its runtime socket or its statistics page. */
    HAPROXY("/run/haproxy/admin.sock"),
    /** A log that HAProxy writes. */
    HAPROXY_LOG("/var/log/haproxy.log"),
    /** nginx's stub_status page. */
    NGINX("http://localhost/nginx_status"),
    /** An access log that nginx writes. */
    NGINX_LOG("/var/log/nginx/access.log"),
    /** PgBouncer's console. */
    PGBOUNCER("jdbc:postgresql://localhost:6432/pgbouncer"),
    /** PostgreSQL's views. */
    POSTGRESQL("jdbc:postgresql://localhost:5432/shop"),
    /** MySQL's or MariaDB's status. */
    MYSQL("jdbc:mariadb://localhost:3306/"),
    /** PHP-FPM's status, by FastCGI or through a web server. */
    PHP_FPM("fcgi://localhost:9000/status"),
    /** A JVM's MBeans: a service URL, or the process id of one on this machine. */
    JMX("pid:4711"),
    /** A Prometheus that scrapes already. */
    PROMQL("http://localhost:9090"),
    /** What a service sends on its own, by OTLP: nothing is asked, and nothing declared. */
    OTLP("pushed");

    private final String example;

    TargetKind(String example) {
        this.example = example;
    }

    /** Its name in files, such as {@code php-fpm}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** An address as it may look. */
    public String example() {
        return example;
    }

    /** The kind of that name. */
    public static Optional<TargetKind> of(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind != OTLP && kind.id().equals(id))
                .findFirst();
    }

    static String all() {
        return Arrays.stream(values())
                .filter(kind -> kind != OTLP)
                .map(TargetKind::id)
                .collect(Collectors.joining(", "));
    }
}
