package io.poolwright.config.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.config.assemble.Reading;
import io.poolwright.config.assemble.StackReader;
import io.poolwright.config.ini.HostileTexts;
import io.poolwright.config.source.Tree;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DatabasePartsTest {
    @Test
    void theCommandLineWinsOverTheFiles() {
        Part database = only(
                Map.of(
                        "compose.yaml",
                        """
                        services:
                          db:
                            image: postgres:16
                            command: ["postgres", "-c", "max_connections=300", "-c", "config_file=/etc/postgresql/postgresql.conf"]
                            volumes:
                              - ./postgresql.conf:/etc/postgresql/postgresql.conf
                        """,
                        "postgresql.conf",
                        "max_connections = 200\nwork_mem = 8MB\nreserved_connections = 5\n",
                        "postgresql.auto.conf",
                        "work_mem = '16MB'\n"),
                Kind.DATABASE);

        assertThat(database.role(Role.DB_MAX_CONNECTIONS).get()).isEqualTo(300);
        assertThat(database.role(Role.DB_MAX_CONNECTIONS).origin()).contains(new Origin("compose.yaml", 4));
        assertThat(database.bytes("work_mem").get()).hasToString("16 MiB");
        assertThat(database.bytes("work_mem").origin()).contains(new Origin("postgresql.auto.conf", 1));
        assertThat(database.role(Role.DB_RESERVED).get()).isEqualTo(8);
        assertThat(database.role(Role.DB_IDLE_TIMEOUT).get()).isEqualTo(Bound.FOREVER);
        assertThat(database.version().orElseThrow().major()).isEqualTo(16);
    }

    @Test
    void theOnlyFileBelongsToTheOnlyServer() {
        Part database = only(
                Map.of(
                        "compose.yaml", "services:\n  db:\n    image: postgres:16\n",
                        "database/postgresql.conf", "max_connections = 200\n"),
                Kind.DATABASE);

        assertThat(database.role(Role.DB_MAX_CONNECTIONS).get()).isEqualTo(200);
        assertThat(database.service()).isPresent();
    }

    @Test
    void ofTwoFilesNobodyKnowsWhichCounts() {
        Stack stack = read(Map.of(
                "compose.yaml", "services:\n  db:\n    image: postgres:16\n",
                "a/postgresql.conf", "max_connections = 200\n",
                "b/postgresql.conf", "max_connections = 300\n"));

        Part database = stack.all(Kind.DATABASE)
                .filter(part -> part.service().isPresent())
                .findFirst()
                .orElseThrow();
        assertThat(database.role(Role.DB_MAX_CONNECTIONS).isKnown()).isFalse();
    }

    @Test
    void aFolderOfOptionFilesIsMountedInto() {
        Part database = only(
                Map.of(
                        "compose.yaml",
                        """
                        services:
                          db:
                            image: mariadb:10.11
                            command: --max-connections=400
                            volumes:
                              - ./conf:/etc/mysql/conf.d
                        """,
                        "conf/a.cnf",
                        "[mysqld]\nwait_timeout = 60\n",
                        "conf/b.cnf",
                        "[mariadb-10.11]\nwait_timeout = 70\n[mariadb-11.4]\nwait_timeout = 80\n"),
                Kind.DATABASE);

        assertThat(database.product()).isEqualTo("mariadb");
        assertThat(database.role(Role.DB_IDLE_TIMEOUT).get()).isEqualTo(Duration.ofSeconds(70));
        assertThat(database.role(Role.DB_MAX_CONNECTIONS).get()).isEqualTo(400);
        assertThat(database.bytes("sort_buffer_size").get()).hasToString("2 MiB");
    }

    @Test
    void anImageMakesItsFileOfVariables() {
        Stack stack = read(Map.of("compose.yaml", """
                services:
                  pooler:
                    image: edoburu/pgbouncer:1.22.1
                    environment:
                      DATABASE_URL: postgres://shop:sesame@db:5433/shop
                      POOL_MODE: transaction
                      MAX_CLIENT_CONN: 400
                  db:
                    image: postgres:16
                    command: -p 5433
                """));

        Part pooler = stack.all(Kind.POOLER).findFirst().orElseThrow();
        assertThat(pooler.role(Role.POOL_MODE).get()).isEqualTo("transaction");
        assertThat(pooler.role(Role.CLIENT_LIMIT).origin()).contains(new Origin("compose.yaml", 7));
        assertThat(pooler.count("max_prepared_statements").get()).isZero();
        Part entry = stack.all(Kind.POOLER_DATABASE).findFirst().orElseThrow();
        assertThat(stack.callees(entry)).extracting(Part::kind).containsExactly(Kind.DATABASE);
        assertThat(stack.parts().toString() + pooler.settings().all() + entry.calls())
                .doesNotContain("sesame");
    }

    @Test
    void aFileInsideAManifestKeepsTheManifestsLines() {
        Part pooler = only(Map.of("k8s.yaml", """
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: pooler
                        data:
                          pgbouncer.ini: |
                            [databases]
                            * = host=db
                            [pgbouncer]
                            max_client_conn = 400
                        """), Kind.POOLER);

        assertThat(pooler.role(Role.CLIENT_LIMIT).origin()).contains(new Origin("k8s.yaml", 10));
    }

    @Property(tries = 300)
    void noTextBreaksTheReading(@ForAll("texts") String text) {
        Reading reading = StackReader.read(Tree.of(Map.of(
                "postgresql.conf", text + "\nmax_connections = 5",
                "my.cnf", "[mysqld]\n" + text,
                "pgbouncer.ini", "[pgbouncer]\n" + text,
                "proxysql.cnf", "mysql_servers=(" + text)));

        assertThat(reading.unread()).noneMatch(unread -> unread.reason().contains("Poolwright's own"));
        for (Part part : reading.stacks().get(0).parts()) {
            part.settings().all().forEach(Setting::source);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return HostileTexts.any();
    }

    private static Part only(Map<String, String> files, Kind kind) {
        Stack stack = read(files);
        assertThat(stack.all(kind)).hasSize(1);
        return stack.all(kind).findFirst().orElseThrow();
    }

    private static Stack read(Map<String, String> files) {
        Reading reading = StackReader.read(Tree.of(files));
        assertThat(reading.unread()).noneMatch(unread -> unread.fault());
        return reading.stacks().get(0);
    }
}
