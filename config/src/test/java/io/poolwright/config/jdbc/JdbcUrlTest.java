package io.poolwright.config.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.Origin;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcUrlTest {
    private static final Origin HERE = new Origin("application.yml", 7);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:postgresql://db:5433/shop?socketTimeout=30          | PGJDBC           |             | [db:5433]               | shop
            jdbc:postgresql://h1:5432,h2/shop                        | PGJDBC           |             | [h1:5432, h2:5432]      | shop
            jdbc:postgresql://[::1]:5433,[fe80::1]/shop              | PGJDBC           |             | [::1:5433, fe80::1:5432] | shop
            jdbc:postgresql:shop                                     | PGJDBC           |             | [localhost:5432]        | shop
            jdbc:postgresql:///shop                                  | PGJDBC           |             | [localhost:5432]        | shop
            jdbc:postgresql://db/                                    | PGJDBC           |             | [db:5432]               |
            jdbc:mysql://db/shop                                     | CONNECTOR_J      |             | [db:3306]               | shop
            jdbc:mysql:loadbalance://h1,h2:3307/shop                 | CONNECTOR_J      | loadbalance | [h1:3306, h2:3307]      | shop
            jdbc:mysql:replication://h1,h2/shop                      | CONNECTOR_J      | replication | [h1:3306, h2:3306]      | shop
            jdbc:mysql://address=(host=h1)(port=3310),address=(host=h2)/shop | CONNECTOR_J |        | [h1:3310, h2:3306]      | shop
            jdbc:mysql://(host=h1,port=3310),(host=h2,port=3311)/shop | CONNECTOR_J     |             | [h1:3310, h2:3311]      | shop
            jdbc:mysql://u:sesame@db:3306/shop                       | CONNECTOR_J      |             | [db:3306]               | shop
            jdbc:mysql:///shop                                       | CONNECTOR_J      |             | [localhost:3306]        | shop
            jdbc:mariadb:sequential://h1,h2/shop                     | MARIADB          | sequential  | [h1:3306, h2:3306]      | shop
            jdbc:mariadb:sequential//h1/shop                         | MARIADB          | sequential  | [h1:3306]               | shop
            jdbc:p6spy:postgresql://db/shop                          | PGJDBC           |             | [db:5432]               | shop
            jdbc:otel:mysql://db/shop                                | CONNECTOR_J      |             | [db:3306]               | shop
            jdbc:tc:postgresql:16-alpine:///shop                     | PGJDBC           | 16-alpine   | [localhost:5432]        | shop
            jdbc:sqlserver://db\\SQLEXPRESS:1444;databaseName=shop   | SQL_SERVER       |             | [db:1444]               |
            jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1                       | OTHER            | mem         | []                      |
            jdbc:oracle:thin:@//db:1521/shop                         | ORACLE           | thin        | []                      |
            r2dbc:postgresql://db/shop                               | R2DBC_POSTGRESQL |             | [db:5432]               | shop
            r2dbc:pool:postgresql://u:sesame@db:5555/shop?maxSize=5  | R2DBC_POSTGRESQL |             | [db:5555]               | shop
            r2dbc:pool:mariadb://db/shop                             | R2DBC_MYSQL      |             | [db:3306]               | shop
            JDBC:POSTGRESQL://db/shop                                | PGJDBC           |             | [db:5432]               | shop
            """)
    void takesEveryFormApart(String text, DatabaseDriver driver, String mode, String hosts, String database) {
        JdbcUrl url = parse(text);

        assertThat(url.driver()).isEqualTo(driver);
        assertThat(url.mode()).isEqualTo(mode == null ? "" : mode);
        assertThat(url.hosts()).hasToString(hosts);
        assertThat(url.database()).isEqualTo(Optional.ofNullable(database));
        assertThat(url.complete()).isTrue();
        assertThat(url.origin()).isEqualTo(HERE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "jdbc", "postgres://u:p@db/shop", "${DATABASE_URL}", "db:5432", "mysql://db/shop"})
    void whatIsNoAddressOfADriverIsLeftAlone(String text) {
        assertThat(JdbcUrl.parse(text, HERE)).isEmpty();
    }

    @Test
    void anUnresolvedPieceIsNotKnownAndTheOthersAre() {
        JdbcUrl url = parse("jdbc:postgresql://${DB_HOST:?no host}:${DB_PORT:5432}/${DB:shop}?socketTimeout=30");

        assertThat(url.complete()).isFalse();
        assertThat(url.driver()).isEqualTo(DatabaseDriver.PGJDBC);
        assertThat(url.hosts()).hasSize(1);
        assertThat(url.hosts().get(0).known()).isFalse();
        assertThat(url.hosts().get(0).port()).isEmpty();
        assertThat(url.parameter("socketTimeout")).contains("30");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:mysql://u:sesame@db/shop, jdbc:mysql://u:(redacted)@db/shop",
        "jdbc:postgresql://db/shop?user=u&password=sesame&x=1, jdbc:postgresql://db/shop?user=u&password=(redacted)&x=1",
        "jdbc:sqlserver://db;user=u;password=sesame;x=1, jdbc:sqlserver://db;user=u;password=(redacted);x=1",
        "jdbc:oracle:thin:scott/sesame@db:1521:x, jdbc:oracle:thin:scott/(redacted)@db:1521:x",
        "jdbc:mysql://address=(host=h)(user=u)(password=sesame)/shop, jdbc:mysql://address=(host=h)(user=u)(password=(redacted))/shop"
    })
    void secretsNeverLeaveTheAddress(String text, String shown) {
        JdbcUrl url = parse(text);

        assertThat(url.text()).isEqualTo(shown);
        assertThat(url.toString()).doesNotContain("sesame");
    }

    @Test
    void theUserIsReadFromEitherPlace() {
        assertThat(parse("jdbc:mysql://root:sesame@db/shop").user()).contains("root");
        assertThat(parse("jdbc:postgresql://db/shop?user=postgres").user()).contains("postgres");
        assertThat(parse("jdbc:postgresql://db/shop").user()).isEmpty();
    }

    @Test
    void testcontainersAreNotADatabaseOfProduction() {
        assertThat(parse("jdbc:tc:mysql:8:///shop").testcontainers()).isTrue();
        assertThat(parse("jdbc:mysql://db/shop").testcontainers()).isFalse();
    }

    @Test
    void connectorJDoesNotMindCapitalsAndPgjdbcDoes() {
        assertThat(parse("jdbc:mysql://db/shop?SOCKETTIMEOUT=5").parameter("socketTimeout"))
                .contains("5");
        assertThat(parse("jdbc:postgresql://db/shop?sockettimeout=5").parameter("socketTimeout"))
                .isEmpty();
    }

    @Test
    void xmlAndPercentEscapesAreUndone() {
        JdbcUrl url = parse("jdbc:postgresql://db/shop?a=1&amp;options=-c%20statement_timeout=10s");

        assertThat(url.parameter("options")).contains("-c statement_timeout=10s");
        assertThat(url.parameter("a")).contains("1");
    }

    @Property(tries = 5000)
    void anyTextIsTakenApartOrLeftAlone(@ForAll("addresses") String text) {
        JdbcUrl.parse(text, HERE).ifPresent(url -> {
            DriverSettings settings = DriverSettings.of(url.driver(), url, java.util.List.of());
            SessionLimits.statementTimeout(settings, Optional.empty());
            assertThat(url.text()).doesNotContain("sesame");
        });
    }

    @Provide
    Arbitrary<String> addresses() {
        return Arbitraries.of(
                        "jdbc:",
                        "r2dbc:",
                        "pool:",
                        "postgresql:",
                        "mysql:",
                        "mariadb:",
                        "//",
                        "/",
                        ":",
                        "?",
                        "&",
                        ";",
                        ",",
                        "=",
                        "(",
                        ")",
                        "[",
                        "]",
                        "{",
                        "}",
                        "$",
                        "%",
                        "%2",
                        "%zz",
                        "+",
                        "\\",
                        "host=h",
                        "address=(host=h)",
                        "(port=1)",
                        "h1",
                        "5432",
                        "99999999999999999999",
                        "socketTimeout=30",
                        "options=-c statement_timeout=",
                        "'1h'",
                        "999999999999999d",
                        "password=sesame",
                        "é",
                        "\u0000",
                        " ")
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts))
                .map(text -> text.startsWith("jdbc") || text.startsWith("r2dbc") ? text : "jdbc:" + text);
    }

    private static JdbcUrl parse(String text) {
        return JdbcUrl.parse(text, HERE).orElseThrow();
    }
}
