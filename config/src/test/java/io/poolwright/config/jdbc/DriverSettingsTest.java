package io.poolwright.config.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.config.pool.Effective;
import io.poolwright.config.pool.Fate;
import io.poolwright.config.pool.Written;
import io.poolwright.model.Origin;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriverSettingsTest {
    private static final Origin HERE = new Origin("application.yml", 7);

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db/shop?socketTimeout=30, 30000",
        "jdbc:mysql://db/shop?socketTimeout=30, 30",
        "jdbc:mariadb://db/shop?socketTimeout=30, 30",
        "jdbc:postgresql://db/shop?socketTimeout=0, 9223372036854775807",
        "jdbc:postgresql://db/shop?sockettimeout=30, 9223372036854775807",
        "jdbc:mysql://db/shop?sockettimeout=30, 30",
        "jdbc:mysql://db/shop?socket-timeout=30, 9223372036854775807",
        "jdbc:mysql://db/shop, 9223372036854775807"
    })
    void theUnitOfThirtyIsTheDrivers(String url, long millis) {
        assertThat(settings(url).socketTimeout().value()).hasValue(millis);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db/shop, 10000",
        "jdbc:mysql://db/shop, 9223372036854775807",
        "jdbc:mariadb://db/shop, 30000"
    })
    void connectingIsLimitedByDefaultOrNot(String url, long millis) {
        assertThat(settings(url).connectTimeout().value()).hasValue(millis);
        assertThat(settings(url).connectTimeout().fate()).isEqualTo(Fate.DEFAULTED);
    }

    @Test
    void theAddressWinsForPgjdbcAndThePropertiesForConnectorJ() {
        Written property = new Written("socketTimeout", "7", new Origin("application.yml", 9));

        assertThat(settings("jdbc:postgresql://db/shop?socketTimeout=30", property)
                        .socketTimeout()
                        .value())
                .hasValue(30_000);
        assertThat(settings("jdbc:mysql://db/shop?socketTimeout=30", property)
                        .socketTimeout()
                        .value())
                .hasValue(7);
        assertThat(settings("jdbc:mariadb://db/shop?socketTimeout=30", property)
                        .socketTimeout()
                        .value())
                .hasValue(30);
    }

    @Test
    void aPlaceholderIsUnknownAndNeverADefault() {
        Effective timeout =
                settings("jdbc:mysql://db/shop?socketTimeout=${SOCKET}").socketTimeout();

        assertThat(timeout.fate()).isEqualTo(Fate.UNKNOWN);
        assertThat(timeout.why()).isEqualTo("${SOCKET}");
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThat(settings("jdbc:postgresql://db/shop?socketTimeout=30s")
                        .socketTimeout()
                        .fate())
                .isEqualTo(Fate.REFUSED);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db/shop?options=-c%20statement_timeout=10s, 10000",
        "jdbc:postgresql://db/shop?options=-c%20statement_timeout=10000, 10000",
        "jdbc:postgresql://db/shop?options=-c%20lock_timeout=1s%20-c%20statement_timeout=2min, 120000",
        "jdbc:postgresql://db/shop?options=-c%20statement_timeout=0, 9223372036854775807",
        "jdbc:mysql://db/shop?sessionVariables=max_execution_time=10000, 10000",
        "jdbc:mariadb://db/shop?sessionVariables=max_statement_time=10, 10000"
    })
    void theSessionMayLimitItsStatements(String url, long millis) {
        assertThat(SessionLimits.statementTimeout(settings(url), Optional.empty()))
                .hasValueSatisfying(limit -> assertThat(limit.value()).hasValue(millis));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SET statement_timeout = '10s' | 10000
            SET statement_timeout TO 5000 | 5000
            set session max_execution_time=3000 | 3000
            SET statement_timeout = '1min'; SET lock_timeout = '1s' | 60000
            """)
    void aStatementOnEachNewConnectionWins(String sql, long millis) {
        Written init = new Written("connectionInitSql", sql, HERE);

        assertThat(SessionLimits.statementTimeout(
                        settings("jdbc:postgresql://db/shop?options=-c%20statement_timeout=1"), Optional.of(init)))
                .hasValueSatisfying(limit -> assertThat(limit.value()).hasValue(millis));
    }

    @Test
    void noLimitIsNoAnswer() {
        assertThat(SessionLimits.statementTimeout(settings("jdbc:postgresql://db/shop"), Optional.empty()))
                .isEmpty();
    }

    @Test
    void theClassThatIsLoadedDecides() {
        assertThat(DatabaseDriver.CONNECTOR_J.loadedBy("org.mariadb.jdbc.Driver"))
                .isEqualTo(DatabaseDriver.MARIADB);
        assertThat(DatabaseDriver.CONNECTOR_J.loadedBy("com.mysql.cj.jdbc.Driver"))
                .isEqualTo(DatabaseDriver.CONNECTOR_J);
    }

    private static DriverSettings settings(String url, Written... properties) {
        JdbcUrl parsed = JdbcUrl.parse(url, HERE).orElseThrow();
        return DriverSettings.of(parsed.driver(), parsed, List.of(properties));
    }
}
