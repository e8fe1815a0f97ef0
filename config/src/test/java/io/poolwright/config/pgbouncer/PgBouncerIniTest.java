package io.poolwright.config.pgbouncer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.config.ini.HostileTexts;
import io.poolwright.config.ini.Includes;
import io.poolwright.config.ini.IniEntry;
import io.poolwright.config.ini.MapIncludes;
import io.poolwright.config.ini.MissingInclude;
import io.poolwright.model.Origin;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PgBouncerIniTest {
    private static final String SHOP = """
            ;; shop
            [databases]
            shop = host=db-1 port=5433 dbname=shop_live pool_size=30 reserve_pool=5 password=sesame
            report = host = db-2 user='batch'  pool_mode = session
            * = host=db-1 auth_user=gate

            [users]
            batch = pool_mode=session max_user_connections=4

            [pgbouncer]
            listen_port = 6432
            pool_mode = Transaction
            max_client_conn = 400
            ; default_pool_size = 99
            default_pool_size = 25
            server_lifetime = 0.5
            """;

    @Test
    void settingsKnowTheirLines() {
        PgBouncerIni ini = parse(SHOP);

        assertThat(ini.setting("max_client_conn"))
                .contains(new IniEntry("pgbouncer", "max_client_conn", Optional.of("400"), at(13)));
        assertThat(ini.setting("default_pool_size").map(IniEntry::origin)).contains(at(15));
        assertThat(ini.setting("reserve_pool_size")).isEmpty();
    }

    @Test
    void databasesAreTakenApart() {
        PgBouncerIni ini = parse(SHOP);

        PgBouncerDatabase shop = ini.databases().get(0);
        assertThat(shop.origin()).isEqualTo(at(3));
        assertThat(shop.word("host")).contains("db-1");
        assertThat(shop.port()).contains(5433);
        assertThat(shop.serverDatabase()).contains("shop_live");
        assertThat(shop.reserve()).contains("5");
        assertThat(shop.word("password")).contains("(redacted)");
        PgBouncerDatabase report = ini.databases().get(1);
        assertThat(report.word("host")).contains("db-2");
        assertThat(report.port()).contains(5432);
        assertThat(report.forcedUser()).contains("batch");
        assertThat(report.serverDatabase()).contains("report");
        assertThat(report.word("pool_mode")).contains("session");
        PgBouncerDatabase any = ini.databases().get(2);
        assertThat(any.isWildcard()).isTrue();
        assertThat(any.serverDatabase()).isEmpty();
        assertThat(ini.users().get(0).word("max_user_connections")).contains("4");
    }

    @Test
    void anIncludeStandsWhereItIsWritten() {
        PgBouncerIni ini = PgBouncerIni.parse(
                "f",
                "[pgbouncer]\nmax_client_conn=1\n%include more.ini\ndefault_pool_size = 3\n%include gone.ini\n",
                new MapIncludes(Map.of("more.ini", "max_client_conn = 2\n[databases]\na = host=b\n[pgbouncer]\n")));

        assertThat(ini.setting("max_client_conn")).isEmpty(); // the second header sets everything back
        assertThat(ini.setting("default_pool_size").flatMap(IniEntry::value)).contains("3");
        assertThat(ini.databases()).extracting(PgBouncerDatabase::name).containsExactly("a");
        assertThat(ini.missing()).containsExactly(new MissingInclude(at(5), "gone.ini"));
    }

    @Test
    void aSectionGoesOnInAnIncludedFile() {
        PgBouncerIni ini = PgBouncerIni.parse(
                "f", "[pgbouncer]\n%include more.ini\n", new MapIncludes(Map.of("more.ini", "max_client_conn = 2\n")));

        assertThat(ini.setting("max_client_conn").map(IniEntry::origin)).contains(new Origin("more.ini", 1));
    }

    @Test
    void aLoopIsRefused() {
        assertThatThrownBy(() -> PgBouncerIni.parse(
                        "f", "%include a\n", new MapIncludes(Map.of("a", "%include b", "b", "%include a"))))
                .isInstanceOf(ConfigSyntaxException.class)
                .hasMessageContaining("b:1: found an include of 'a'");
    }

    @ParameterizedTest
    @CsvSource({"20, 20", "-1, -1", "010, 8", "0x20, 32", "+5, 5"})
    void countsAreIntegersOfC(String written, int value) {
        assertThat(PgBouncerValue.whole(written)).contains(value);
    }

    @ParameterizedTest
    @CsvSource({"20 ; twenty", "''", "09", "20s", "1.5", "99999999999", "${SIZE}", "{{ size }}"})
    void otherCountsAreUnknown(String written) {
        assertThat(PgBouncerValue.whole(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"120, 120000", "0, 0", "0.5, 500", "1e3, 1000000", ".25, 250"})
    void timesAreSeconds(String written, long milliseconds) {
        assertThat(PgBouncerValue.time(written)).contains(Duration.ofMillis(milliseconds));
    }

    @ParameterizedTest
    @CsvSource({"120s", "-1", "2min", "''", "${T}"})
    void timesHaveNoUnit(String written) {
        assertThat(PgBouncerValue.time(written)).isEmpty();
    }

    @Test
    void poolModesAreNamedInAnyCase() {
        assertThat(PgBouncerValue.poolMode("Transaction")).contains("transaction");
        assertThat(PgBouncerValue.poolMode("txn")).isEmpty();
    }

    @Property(tries = 2000)
    void anyTextIsReadOrRefused(@ForAll("texts") String text) {
        try {
            PgBouncerIni ini = PgBouncerIni.parse("f", text, new MapIncludes(Map.of("a", text, "", text)));
            ini.databases().forEach(PgBouncerDatabase::port);
            ini.settings().values().forEach(entry -> {
                PgBouncerValue.whole(entry.value().orElse(""));
                PgBouncerValue.time(entry.value().orElse(""));
            });
        } catch (ConfigSyntaxException e) {
            assertThat(e.origin().line()).isPositive();
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(HostileTexts.any(), HostileTexts.mutationsOf(SHOP));
    }

    private static PgBouncerIni parse(String text) {
        return PgBouncerIni.parse("f", text, Includes.none());
    }

    private static Origin at(int line) {
        return new Origin("f", line);
    }
}
