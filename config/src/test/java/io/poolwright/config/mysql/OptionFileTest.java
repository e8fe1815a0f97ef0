package io.poolwright.config.mysql;

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
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionFileTest {
    private static final String SHOP = """
            [client]
            password = sesame

            [mysqld]
            max-connections = 500   # busy
            loose_wait_timeout=60
            skip-name-resolve
            set-variable = interactive_timeout=70
            [mysqld-8.0]
            max_user_connections = 40
            [mariadb]
            max_connections = 600
            """;

    @Test
    void namesAreMadeOne() {
        assertThat(parse(SHOP).options())
                .containsExactly(
                        said("client", "password", "(redacted)", 2),
                        said("mysqld", "max_connections", "500", 5),
                        said("mysqld", "wait_timeout", "60", 6),
                        new MySqlOption("mysqld", "skip_name_resolve", Optional.empty(), new Origin("f", 7)),
                        said("mysqld", "interactive_timeout", "70", 8),
                        said("mysqld-8.0", "max_user_connections", "40", 10),
                        said("mariadb", "max_connections", "600", 12));
    }

    @Test
    void aServerReadsItsOwnGroups() {
        OptionFile file = parse(SHOP);

        assertThat(lines(file, MySqlFlavour.MYSQL, "8.0")).containsExactly(5, 6, 7, 8, 10);
        assertThat(lines(file, MySqlFlavour.MYSQL, "5.7")).containsExactly(5, 6, 7, 8);
        assertThat(lines(file, MySqlFlavour.MARIADB, "10.11")).containsExactly(5, 6, 7, 8, 12);
        ServerGroups unknown = new ServerGroups(MySqlFlavour.MYSQL, Optional.empty());
        assertThat(unknown.reads("mysqld-8.0")).isFalse();
        assertThat(unknown.mayRead("mysqld-8.0")).isTrue();
        assertThat(unknown.mayRead("mysqld")).isFalse();
    }

    @Test
    void includesStandWhereTheyAreWritten() {
        OptionFile file = OptionFile.parse(
                "f",
                "[mysqld]\nport=1\n!includedir conf.d\n!include lost.cnf\nport=4\n",
                new MapIncludes(Map.of("conf.d/b.cnf", "[mysqld]\nport=3", "conf.d/a.cnf", "[mysqld]\nport=2")));

        assertThat(file.options())
                .extracting(option -> option.value().orElse(""))
                .containsExactly("1", "2", "3", "4");
        assertThat(file.missing()).containsExactly(new MissingInclude(new Origin("f", 4), "lost.cnf"));
    }

    @Test
    void aLoopIsRefused() {
        assertThatThrownBy(() -> OptionFile.parse("f", "!include a", new MapIncludes(Map.of("a", "!include a"))))
                .isInstanceOf(ConfigSyntaxException.class)
                .hasMessageStartingWith("a:1: found an include of 'a'");
    }

    @ParameterizedTest
    @CsvSource({
        "max_connections, 500, 500",
        "max_connections, 1K, 1024",
        "max_connections, 0, 1",
        "max_connections, 999999, 100000",
        "wait_timeout, 0, 1",
        "wait_timeout, 99999999, 31536000",
        "innodb_buffer_pool_size, 1G, 1073741824",
        "innodb_buffer_pool_size, 512m, 536870912",
        "innodb_buffer_pool_size, 1GB, 1073741824",
        "max_connections, '', 1"
    })
    void valuesAreMovedToTheirLimits(String name, String written, long value) {
        assertThat(variable(name).parse(name, written, MySqlFlavour.MYSQL)).hasValue(value);
    }

    @Test
    void mariaDbKeepsTenConnectionsAtLeast() {
        assertThat(variable("max_connections").parse("max_connections", "1", MySqlFlavour.MARIADB))
                .hasValue(10);
    }

    @ParameterizedTest
    @CsvSource({"1.5G", "0x20", "256 K", "-1", "${MAX}", "9999999999999999999", "999999999P"})
    void whatTheServerRefusesIsUnknown(String written) {
        assertThat(variable("sort_buffer_size").parse("sort_buffer_size", written, MySqlFlavour.MYSQL))
                .isEmpty();
    }

    @Test
    void aDefaultThatDiffersIsUnknownWithoutTheFlavour() {
        assertThat(variable("wait_timeout").byDefault(MySqlFlavour.UNKNOWN)).hasValue(28_800);
        assertThat(variable("sort_buffer_size").byDefault(MySqlFlavour.UNKNOWN)).isEmpty();
        assertThat(variable("sort_buffer_size").byDefault(MySqlFlavour.MARIADB)).hasValue(2_097_152);
    }

    @Test
    void argumentsComeWithASignOrAsTheNextWord() {
        Origin origin = new Origin("compose.yaml", 9);

        assertThat(MySqlArguments.of(words(
                        origin,
                        "mysqld",
                        "--max-connections=300",
                        "--wait_timeout",
                        "60",
                        "--skip-name-resolve",
                        "--default-authentication-plugin=x")))
                .containsExactly(
                        new MySqlOption("", "max_connections", Optional.of("300"), origin),
                        new MySqlOption("", "wait_timeout", Optional.of("60"), origin),
                        new MySqlOption("", "skip_name_resolve", Optional.empty(), origin),
                        new MySqlOption("", "default_authentication_plugin", Optional.of("x"), origin));
    }

    @Property(tries = 2000)
    void anyTextIsReadOrRefused(@ForAll("texts") String text) {
        try {
            OptionFile file = OptionFile.parse("f", text, new MapIncludes(Map.of("a", text, "", text)));
            for (MySqlOption option : file.options()) {
                assertThat(MySqlNumber.parse(option.value().orElse(""))).isNotNull();
            }
            assertThat(MySqlArguments.of(words(new Origin("f", 1), text.split(" ", -1))))
                    .isNotNull();
        } catch (ConfigSyntaxException e) {
            assertThat(e.origin().line()).isPositive();
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(HostileTexts.any(), HostileTexts.mutationsOf(SHOP));
    }

    private static List<Integer> lines(OptionFile file, MySqlFlavour flavour, String series) {
        return file.of(new ServerGroups(flavour, Optional.of(series))).stream()
                .map(option -> option.origin().line())
                .toList();
    }

    private static MySqlVariable variable(String name) {
        return MySqlVariable.named(name).orElseThrow();
    }

    private static OptionFile parse(String text) {
        return OptionFile.parse("f", text, Includes.none());
    }

    private static MySqlOption said(String group, String name, String value, int line) {
        return new MySqlOption(group, name, Optional.of(value), new Origin("f", line));
    }

    private static List<Word> words(Origin origin, String... words) {
        return Stream.of(words).map(word -> new Word(word, origin)).toList();
    }
}
