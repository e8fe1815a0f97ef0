package io.poolwright.config.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.config.properties.PropertiesText;
import io.poolwright.model.DeclaredSetting;
import io.poolwright.model.Origin;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpringPropertiesTest {
    @Test
    void everySettingKnowsItsLine(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("application.properties");
        Files.writeString(file, """
                # pool
                spring.datasource.hikari.maximumPoolSize=10

                ! also a comment
                spring.datasource.hikari.connection-timeout : 30000
                spring.datasource.hikari.data-source-properties.socketTimeout 30
                server.port = 80\\
                    80
                """);

        assertThat(SpringProperties.read("shop-1", file))
                .containsExactly(
                        new DeclaredSetting(
                                "shop-1", "spring.datasource.hikari.maximum-pool-size", "10", at(file.toString(), 2)),
                        new DeclaredSetting(
                                "shop-1",
                                "spring.datasource.hikari.connection-timeout",
                                "30000",
                                at(file.toString(), 5)),
                        new DeclaredSetting(
                                "shop-1",
                                "spring.datasource.hikari.data-source-properties.socketTimeout",
                                "30",
                                at(file.toString(), 6)),
                        new DeclaredSetting("shop-1", "server.port", "8080", at(file.toString(), 7)));
    }

    @ParameterizedTest
    @CsvSource({
        "spring.datasource.hikari.maximumPoolSize, spring.datasource.hikari.maximum-pool-size",
        "spring.datasource.hikari.maximum_pool_size, spring.datasource.hikari.maximum-pool-size",
        "spring.datasource.hikari.maximum-pool-size, spring.datasource.hikari.maximum-pool-size",
        "spring.datasource.hikari.MaximumPoolSize, spring.datasource.hikari.maximum-pool-size",
        "spring.datasource.hikari.dataSourceProperties.socketTimeout, spring.datasource.hikari.data-source-properties.socketTimeout",
        "spring.datasource.hikari.data-source-properties[socketTimeout], spring.datasource.hikari.data-source-properties.socketTimeout",
        "server.maxThreads, server.maxThreads"
    })
    void poolNamesAreCanonical(String written, String canonical) {
        assertThat(parse(written + "=1")).extracting(DeclaredSetting::name).containsExactly(canonical);
    }

    @Test
    void theLastOfTwoCounts() {
        assertThat(parse("a=1\nspring.datasource.hikari.maxLifetime=2\nb=3\nspring.datasource.hikari.max-lifetime=4\n"))
                .containsExactly(
                        new DeclaredSetting("shop-1", "a", "1", at("f", 1)),
                        new DeclaredSetting("shop-1", "b", "3", at("f", 3)),
                        new DeclaredSetting("shop-1", "spring.datasource.hikari.max-lifetime", "4", at("f", 4)));
    }

    @ParameterizedTest
    @CsvSource({
        "spring.datasource.password, sesame, (redacted)",
        "spring.datasource.hikari.password, sesame, (redacted)",
        "SPRING_DATASOURCE_PASSWORD, sesame, (redacted)",
        "my.api-key, sesame, (redacted)",
        "spring.datasource.hikari.data-source-properties.sslpassword, sesame, (redacted)",
        "url, jdbc:postgresql://h/d?user=u&password=sesame&ssl=true, jdbc:postgresql://h/d?user=u&password=(redacted)&ssl=true",
        "url, jdbc:sqlserver://h;user=u;Password=sesame;x=y, jdbc:sqlserver://h;user=u;Password=(redacted);x=y",
        "url, postgres://u:sesame@h/d, postgres://u:(redacted)@h/d",
        "url, jdbc:postgresql://h:5432/d, jdbc:postgresql://h:5432/d"
    })
    void secretsNeverLeaveTheFile(String key, String value, String redacted) {
        assertThat(parse(key + "=" + value)).extracting(DeclaredSetting::value).containsExactly(redacted);
    }

    @Test
    void aBrokenEscapeIsNamed() {
        assertThatThrownBy(() -> parse("a=1\nb=\\u12x4\n"))
                .isInstanceOf(ConfigSyntaxException.class)
                .hasMessage("f:2: found '\\u12x4'; accepted: \\u and four hexadecimal digits; write: \\u00e9");
    }

    @Property(tries = 3000)
    void readsWhatTheJdkReads(@ForAll("texts") String text) throws IOException {
        Properties expected = new Properties();
        try {
            expected.load(new StringReader(text));
        } catch (IllegalArgumentException e) {
            assertThatThrownBy(() -> PropertiesText.parse("f", text)).isInstanceOf(ConfigSyntaxException.class);
            return;
        }

        Map<Object, Object> read = new HashMap<>();
        PropertiesText.parse("f", text).forEach(property -> read.put(property.key(), property.value()));

        // The JDK makes an empty property of a lone backslash at the end of a file; nobody declares anything with it.
        // It takes the place of whatever that file gave the empty key before.
        expected.remove("");
        read.remove("");
        assertThat(read).isEqualTo(new HashMap<>(expected));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a", "b.c", "=", ":", " ", "\t", "\f", "\n", "\r", "\r\n", "\\", "\\\\", "#", "!", "\\u0041",
                        "\\u", "é", "1")
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }

    private static List<DeclaredSetting> parse(String text) {
        return SpringProperties.parse("shop-1", "f", text);
    }

    private static Origin at(String file, int line) {
        return new Origin(file, line);
    }
}
