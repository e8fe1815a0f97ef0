package io.poolwright.config.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.config.database.Word;
import io.poolwright.config.ini.HostileTexts;
import io.poolwright.config.ini.Includes;
import io.poolwright.config.ini.MapIncludes;
import io.poolwright.config.ini.MissingInclude;
import io.poolwright.model.Origin;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresConfTest {
    private static final String SHOP = """
            # connections
            max_connections = 200           # restart
            Superuser_Reserved_Connections 5
            listen_addresses = '*'
            shared_buffers=1GB
            statement_timeout = '30 s'
            log_line_prefix = '%m [%p] it''s\\t'
            primary_conninfo = 'host=db user=copy password=sesame port=5432'
            #work_mem = 4MB
            """;

    @Test
    void everyAssignmentKnowsItsLine() {
        assertThat(parse(SHOP).assignments())
                .containsExactly(
                        said("max_connections", "200", 2),
                        said("superuser_reserved_connections", "5", 3),
                        said("listen_addresses", "*", 4),
                        said("shared_buffers", "1GB", 5),
                        said("statement_timeout", "30 s", 6),
                        said("log_line_prefix", "%m [%p] it's\t", 7),
                        said("primary_conninfo", "host=db user=copy password=(redacted) port=5432", 8));
    }

    @Test
    void includesStandWhereTheyAreWritten() {
        PostgresConf conf = PostgresConf.parse(
                "f",
                """
                work_mem = 1MB
                include 'a.conf'
                include_if_exists 'gone.conf'
                include_dir 'conf.d'
                include 'lost.conf'
                work_mem = 4MB
                """,
                new MapIncludes(
                        Map.of("a.conf", "work_mem = 2MB", "conf.d/2.conf", "port = 2", "conf.d/1.conf", "port = 1")));

        assertThat(conf.assignments())
                .extracting(PostgresAssignment::value)
                .containsExactly("1MB", "2MB", "1", "2", "4MB");
        assertThat(conf.missing()).containsExactly(new MissingInclude(new Origin("f", 5), "lost.conf"));
    }

    @Test
    void aLoopIsRefused() {
        assertThatThrownBy(() -> PostgresConf.parse("f", "include 'a'", new MapIncludes(Map.of("a", "\ninclude 'a'"))))
                .isInstanceOf(ConfigSyntaxException.class)
                .hasMessageStartingWith("a:2: found an include of 'a'");
    }

    @ParameterizedTest
    @CsvSource({
        "MILLISECONDS, 30000, 30000",
        "MILLISECONDS, 30s, 30000",
        "MILLISECONDS, 30 s, 30000",
        "MILLISECONDS, 1.5min, 90000",
        "MILLISECONDS, 1h, 3600000",
        "MILLISECONDS, 500us, 0",
        "MILLISECONDS, 1501us, 2",
        "MILLISECONDS, -1, -1",
        "SECONDS, 2min, 120",
        "SECONDS, 1500ms, 2",
        "MINUTES, 1d, 1440",
        "BLOCKS, 128MB, 16384",
        "BLOCKS, 16384, 16384",
        "BLOCKS, 1kB, 0",
        "KILOBYTES, 4MB, 4096",
        "KILOBYTES, 30.1GB, 31561728",
        "KILOBYTES, 4096, 4096",
        "MEGABYTES, 1GB, 1024",
        "COUNT, 100, 100",
        "COUNT, 010, 8",
        "COUNT, 0x64, 100",
        "COUNT, 1e2, 100",
        "COUNT, 99.5, 100",
        "SWITCH, on, 1",
        "SWITCH, T, 1",
        "SWITCH, of, 0",
        "SWITCH, 0, 0"
    })
    void numbersAreReadAsPostgresReadsThem(PostgresKind kind, String written, long value) {
        assertThat(kind.parse(written)).hasValue(value);
    }

    @ParameterizedTest
    @CsvSource({
        "MILLISECONDS, 30 seconds",
        "MILLISECONDS, 30S",
        "MILLISECONDS, 128MB",
        "KILOBYTES, 4mb",
        "KILOBYTES, 4K",
        "COUNT, 100s",
        "COUNT, 089",
        "COUNT, ''",
        "COUNT, 99999999999",
        "COUNT, ${MAX}",
        "SWITCH, o",
        "SWITCH, ''"
    })
    void whatPostgresRefusesIsUnknown(PostgresKind kind, String written) {
        assertThat(kind.parse(written)).isEmpty();
    }

    @Test
    void argumentsComeInFourForms() {
        Origin origin = new Origin("compose.yaml", 9);

        assertThat(PostgresArguments.of(words(
                        origin,
                        "postgres",
                        "-c",
                        "max_connections=300",
                        "--work-mem=8MB",
                        "-N",
                        "400",
                        "-cport=5433",
                        "-c",
                        "Statement-Timeout=30s",
                        "-D",
                        "/data")))
                .containsExactly(
                        new PostgresAssignment("max_connections", "300", origin),
                        new PostgresAssignment("work_mem", "8MB", origin),
                        new PostgresAssignment("max_connections", "400", origin),
                        new PostgresAssignment("port", "5433", origin),
                        new PostgresAssignment("statement_timeout", "30s", origin));
    }

    @Property(tries = 2000)
    void anyTextIsReadOrRefused(@ForAll("texts") String text) {
        try {
            PostgresConf conf = PostgresConf.parse("f", text, new MapIncludes(Map.of("a", text, "", text)));
            for (PostgresAssignment said : conf.assignments()) {
                for (PostgresKind kind : PostgresKind.values()) {
                    assertThat(kind.parse(said.value())).isNotNull();
                }
            }
            assertThat(PostgresArguments.of(words(new Origin("f", 1), text.split(" ", -1))))
                    .isNotNull();
        } catch (ConfigSyntaxException e) {
            assertThat(e.origin().line()).isPositive();
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(HostileTexts.any(), HostileTexts.mutationsOf(SHOP));
    }

    private static PostgresConf parse(String text) {
        return PostgresConf.parse("f", text, Includes.none());
    }

    private static PostgresAssignment said(String name, String value, int line) {
        return new PostgresAssignment(name, value, new Origin("f", line));
    }

    private static List<Word> words(Origin origin, String... words) {
        return Stream.of(words).map(word -> new Word(word, origin)).toList();
    }
}
