package io.poolwright.config.php;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.model.Origin;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhpIniTest {
    private static final String POOL = """
            ; the shop
            [www]
            user = www-data
            pm = dynamic
            pm.max_children = 20 ; was 5
            ;pm.max_requests = 500
            request_terminate_timeout=65s
            php_admin_value[memory_limit] = "256M"
            php_admin_value[error_log] = /var/log/fpm;x.log
            env[DB_PASSWORD] = hunter2
            env[REDIS_URL] = redis://app:hunter3@cache:6379
            pm.max_children = ${CHILDREN}

            [admin]
            pm.max_children = 2
            clear_env
            """;

    @Test
    void everyEntryKnowsItsSectionAndLine() {
        PhpIni ini = PhpIni.parse("www.conf", POOL);

        assertThat(ini.sections())
                .containsExactly(
                        new PhpIni.Section("www", new Origin("www.conf", 2)),
                        new PhpIni.Section("admin", new Origin("www.conf", 14)));
        assertThat(ini.entries().get(2))
                .isEqualTo(new PhpIniEntry("www", "pm.max_children", "20", new Origin("www.conf", 5)));
        assertThat(ini.last("www", "pm.max_children").orElseThrow().origin().line())
                .isEqualTo(12);
        assertThat(ini.last("www", "pm.max_children").orElseThrow().isUnknown()).isTrue();
        assertThat(ini.last("admin", "pm.max_children").orElseThrow().value()).isEqualTo("2");
        assertThat(ini.last("admin", "clear_env").orElseThrow().value()).isEmpty();
        assertThat(ini.last("www", "pm.max_requests")).isEmpty();
        assertThat(ini.last("www", "php_admin_value[memory_limit]")
                        .orElseThrow()
                        .phpDirective())
                .contains("memory_limit");
        assertThat(ini.last("www", "pm").orElseThrow().phpDirective()).isEmpty();
    }

    @Test
    void secretsStayBehind() {
        PhpIni ini = PhpIni.parse("www.conf", POOL + "session.save_path = \"tcp://r:6379?auth=hunter4&x=1\"\n");

        assertThat(ini.entries().toString()).doesNotContain("hunter");
        assertThat(ini.last("www", "env[REDIS_URL]").orElseThrow().value())
                .isEqualTo("redis://app:(redacted)@cache:6379");
        assertThat(ini.last("admin", "session.save_path").orElseThrow().value())
                .isEqualTo("tcp://r:6379?auth=(redacted)&x=1");
    }

    @Test
    void aBinaryFileIsNamed() {
        assertThatThrownBy(() -> PhpIni.parse("x.ini", "a=b\n\0"))
                .isInstanceOf(ConfigSyntaxException.class)
                .hasMessage("x.ini:2: found a zero byte; accepted: a text file; write: the configuration as text");
    }

    @ParameterizedTest
    @CsvSource({"30,30", "30s,30", "5m,300", "1h,3600", "1d,86400", "0,0"})
    void aPoolTimeHasAUnit(String text, long seconds) {
        assertThat(PhpQuantity.time(text)).contains(Duration.ofSeconds(seconds));
        assertThat(PhpQuantity.time(text + "x")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"128M,134217728", "1g,1073741824", "64k,65536", "-1,-1", "1048576,1048576"})
    void aSizeHasAUnit(String text, long bytes) {
        assertThat(PhpQuantity.size(text)).hasValue(bytes);
        assertThat(PhpQuantity.size("${X}")).isEmpty();
        assertThat(PhpQuantity.size("999999999999999G")).isEmpty();
    }

    @Test
    void countsAndFlagsAreReadStrictly() {
        assertThat(PhpQuantity.count("20")).contains(20);
        assertThat(PhpQuantity.count("-1")).isEmpty();
        assertThat(PhpQuantity.flag("On")).contains(true);
        assertThat(PhpQuantity.flag("")).contains(false);
        assertThat(PhpQuantity.flag("maybe")).isEmpty();
        assertThat(PhpQuantity.seconds("-1")).contains(-1L);
        assertThat(PhpQuantity.seconds("60s")).isEmpty();
    }

    @Property(tries = 2000)
    void anyTextIsReadOrNamed(@ForAll("texts") String text) {
        try {
            List<PhpIniEntry> entries = PhpIni.parse("f", text).entries();

            assertThat(entries).allSatisfy(entry -> assertThat(entry.key()).isNotEmpty());
        } catch (ConfigSyntaxException e) {
            assertThat(e.origin().line()).isBetween(1, text.split("\r\n|\r|\n", -1).length);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> known =
                Arbitraries.of("[www]", "[", "]", "=", "\n", "\r", ";", "#", "\"", "'", "pm ", " ", "{%");
        return Arbitraries.oneOf(known, known, Arbitraries.strings().ofMaxLength(3))
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }
}
