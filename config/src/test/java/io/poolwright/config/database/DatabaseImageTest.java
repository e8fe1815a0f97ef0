package io.poolwright.config.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseImageTest {
    @ParameterizedTest
    @CsvSource({
        "postgres:16-alpine, postgresql, 16",
        "docker.io/library/postgres:15.4@sha256:0123456789abcdef, postgresql, 15",
        "postgres, postgresql, 0",
        "postgres:latest, postgresql, 0",
        "postgres:alpine3.18, postgresql, 0",
        "bitnami/postgresql:14.5.0-debian-11-r0, postgresql, 14",
        "postgis/postgis:15-3.3, postgresql, 15",
        "timescale/timescaledb:2.11.2-pg15, postgresql, 15",
        "timescale/timescaledb-ha:pg14-latest, postgresql, 14",
        "citusdata/citus:12.1, postgresql, 0",
        "pgvector/pgvector:pg16, postgresql, 16",
        "registry.example.net:5000/team/postgres:13, postgresql, 13",
        "mysql:8.0.36, mysql, 8",
        "percona/percona-server:5.7, mysql, 5",
        "bitnami/mariadb:11.2, mariadb, 11",
        "edoburu/pgbouncer:1.21.0-p2, pgbouncer, 1",
        "edoburu/pgbouncer:v1.23.1-p0, pgbouncer, 1",
        "proxysql/proxysql:2.6.3, proxysql, 2"
    })
    void imagesAreKnownByTheirNames(String image, String product, int major) {
        Optional<DatabaseImage> known = DatabaseImage.named(image);

        assertThat(known.map(DatabaseImage::product)).contains(product);
        assertThat(known.orElseThrow().version().map(version -> version.major()).orElse(0))
                .isEqualTo(major);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prometheuscommunity/postgres-exporter:v0.15",
                "prodrigestivill/postgres-backup-local",
                "postgrest/postgrest",
                "dpage/pgadmin4",
                "prom/mysqld-exporter",
                "phpmyadmin",
                "mysql/mysql-router:8.0",
                "spx01/pgbouncer_exporter",
                "redis:7",
                "shop/app:1"
            })
    void whatStandsBesideADatabaseIsNone(String image) {
        assertThat(DatabaseImage.named(image)).isEmpty();
    }
}
