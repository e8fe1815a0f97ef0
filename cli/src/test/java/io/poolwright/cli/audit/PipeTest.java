package io.poolwright.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'apiVersion: v1\nkind: ConfigMap'|stdin.yaml",
                "'services:\n  app: {}'|docker-compose.yml",
                "'global\n  maxconn 1\nbackend a\n  server b c:1'|haproxy.cfg",
                "'http {\n  upstream a { }\n}'|nginx.conf",
                "'[pgbouncer]\npool_mode=session'|pgbouncer.ini",
                "'[mysqld]\nmax_connections=1'|my.cnf",
                "'max_connections = 100'|postgresql.conf",
                "'spring:\n  datasource: {}'|application.yml",
                "'spring.datasource.url=x'|application.properties",
                "'<?php define(1,2);'|wp-config.php",
                "''|stdin.yaml",
            })
    void isKnownByWhatItHolds(String text, String name) {
        assertThat(Pipe.file(text).name()).isEqualTo(name);
        assertThat(Pipe.file(text).path()).isEqualTo("stdin");
    }
}
