package io.poolwright.config.assemble;

import io.poolwright.config.container.ImageName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells by names which images hold somebody else's server, and which files are a server's and not an application's. */
public final class KnownPrograms {
    private static final Set<String> SERVERS = Set.of(
            "postgres",
            "postgresql",
            "postgis",
            "timescaledb",
            "pgvector",
            "mysql",
            "mysql-server",
            "mariadb",
            "percona",
            "redis",
            "redis-stack",
            "valkey",
            "memcached",
            "mongo",
            "mongodb",
            "mongo-express",
            "nginx",
            "haproxy",
            "traefik",
            "envoy",
            "httpd",
            "caddy",
            "rabbitmq",
            "kafka",
            "zookeeper",
            "elasticsearch",
            "opensearch",
            "kibana",
            "logstash",
            "filebeat",
            "grafana",
            "prometheus",
            "alertmanager",
            "loki",
            "promtail",
            "tempo",
            "zipkin",
            "jaeger",
            "all-in-one",
            "adminer",
            "phpmyadmin",
            "pgadmin",
            "pgadmin4",
            "mailhog",
            "maildev",
            "mailpit",
            "minio",
            "mc",
            "vault",
            "consul",
            "etcd",
            "keycloak",
            "cassandra",
            "influxdb",
            "telegraf",
            "localstack",
            "sonarqube",
            "portainer",
            "pgbouncer",
            "pgpool",
            "pgpool-ii",
            "pgcat",
            "odyssey",
            "proxysql",
            "wordpress",
            "watchtower",
            "certbot",
            "node-exporter",
            "cadvisor",
            "activemq",
            "artemis",
            "nats",
            "solr",
            "neo4j",
            "clickhouse-server",
            "clickhouse",
            "cockroach",
            "mssql",
            "server",
            "oracle-xe",
            "oracle-free",
            "busybox",
            "alpine",
            "curl",
            "otel-collector",
            "opentelemetry-collector",
            "opentelemetry-collector-contrib",
            "jhipster-registry",
            "jhipster-control-center",
            "akhq",
            "kafka-ui",
            "kafdrop",
            "flyway",
            "liquibase",
            "autoheal",
            "keepalived",
            "varnish",
            "ingress-nginx",
            "dnsmasq");
    private static final List<String> JAVA = List.of(
            "java",
            "jdk",
            "jre",
            "temurin",
            "corretto",
            "zulu",
            "liberica",
            "graalvm",
            "maven",
            "gradle",
            "tomcat",
            "jboss");
    private static final Map<String, List<String>> BY_FILE = Map.of(
            "haproxy", List.of("haproxy"),
            "nginx", List.of("nginx", "openresty", "angie"),
            "pgbouncer", List.of("pgbouncer"),
            "proxysql", List.of("proxysql"),
            "envoy", List.of("envoy"),
            "traefik", List.of("traefik"),
            "httpd", List.of("httpd", "apache"),
            "postgresql", List.of("postgres", "postgis", "timescale", "pgvector"),
            "my.cnf", List.of("mysql", "mariadb", "percona"));

    private KnownPrograms() {}

    /** Whether an image holds a well-known server and not a program of the user's. */
    public static boolean isServer(String image) {
        String program = ImageName.parse(image).program();
        return SERVERS.contains(program)
                || program.endsWith("-exporter")
                || program.endsWith("_exporter")
                || program.startsWith("cp-")
                || BY_FILE.values().stream().flatMap(List::stream).anyMatch(program::equals);
    }

    /** Whether an image is one for programs in Java. */
    public static boolean isJava(String image) {
        String name = image.toLowerCase(Locale.ROOT);
        return JAVA.stream().anyMatch(name::contains);
    }

    /** The images that run a file of this name; empty when any program may. */
    static Optional<List<String>> imagesFor(String relative) {
        String name = relative.substring(relative.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (name.equals("default.conf") || name.equals("default.conf.template")) {
            return Optional.ofNullable(BY_FILE.get("nginx"));
        }
        if (!name.matches(".*\\.(?:cfg|conf|cnf|ini|ya?ml|toml|template|json)")) {
            return Optional.empty();
        }
        return BY_FILE.entrySet().stream()
                .filter(entry -> name.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Whether an image is one of these: its name holds one of the words. */
    static boolean isOneOf(String image, List<String> words) {
        String program = ImageName.parse(image).repository().toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(program::contains);
    }
}
