package io.poolwright.config.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.model.DeclaredSetting;
import io.poolwright.model.Origin;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HaproxyConfigurationTest {
    @Test
    void everySettingKnowsItsSectionAndLine() {
        String text = """
                global
                    maxconn 2000
                defaults
                    mode http
                    timeout client 30s # a comment
                    timeout check 1s
                frontend edge
                    bind :80
                    default_backend shop

                backend shop
                    timeout queue 1000
                    timeout connect "500ms"
                    timeout server 5s
                    server shop-1 127.0.0.1:8081 check maxconn 20
                    server shop-2 127.0.0.1:8082
                    default-server maxconn 7 inter 1s
                """;

        assertThat(HaproxyConfiguration.parse("haproxy.cfg", text))
                .containsExactly(
                        setting("haproxy/global", "maxconn", "2000", 2),
                        setting("haproxy/defaults", "timeout client", "30s", 5),
                        setting("haproxy/shop", "timeout queue", "1000", 12),
                        setting("haproxy/shop", "timeout connect", "500ms", 13),
                        setting("haproxy/shop", "timeout server", "5s", 14),
                        setting("haproxy/shop/shop-1", "maxconn", "20", 15),
                        setting("haproxy/shop/default-server", "maxconn", "7", 17));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "5s", "500ms", "10us", "1m", "2h", "1d", "\"${T}\""})
    void everyTimeThatHaproxyAcceptsIsKeptAsWritten(String time) {
        assertThat(HaproxyConfiguration.parse("f", "backend b\n timeout queue " + time))
                .containsExactly(
                        new DeclaredSetting("haproxy/b", "timeout queue", time.replace("\"", ""), new Origin("f", 2)));
    }

    @ParameterizedTest
    @CsvSource({"5sec", "s", "-1", "1.5s", "''", "5 s x"})
    void wrongUnitNamesThePlaceAndTheCure(String time) {
        String written = time.equals("5 s x") ? "5S" : time;

        assertThatThrownBy(() -> HaproxyConfiguration.parse("haproxy.cfg", "backend b\ntimeout server " + written))
                .isInstanceOf(ConfigSyntaxException.class)
                .hasMessage(
                        "haproxy.cfg:2: found time '%s'; accepted: a whole number, then us, ms, s, m, h or d; write: 5s"
                                .formatted(written));
    }

    @Test
    void aMaxconnThatIsNoNumberIsNamed() {
        assertThatThrownBy(() -> HaproxyConfiguration.parse("f", "backend b\nserver s 1.2.3.4:5 maxconn many"))
                .isInstanceOf(ConfigSyntaxException.class)
                .hasMessage("f:2: found maxconn 'many'; accepted: a whole number; write: maxconn 20");
    }

    @Test
    void quotesAndEscapesMakeOneWord() {
        assertThat(HaproxyWords.of(" a \"b # c\" 'd \\e' f\\ g h\\#i \"\" j#k"))
                .containsExactly("a", "b # c", "d \\e", "f g", "h#i", "", "j");
    }

    @Property(tries = 2000)
    void anyTextIsReadOrNamed(@ForAll("texts") String text) {
        try {
            List<DeclaredSetting> settings = HaproxyConfiguration.parse("f", text);

            assertThat(settings)
                    .allSatisfy(setting -> assertThat(setting.owner()).startsWith("haproxy/"));
        } catch (ConfigSyntaxException e) {
            assertThat(e.origin().line()).isBetween(1, text.split("\r\n|\r|\n", -1).length);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> known = Arbitraries.of(
                "backend ",
                "server ",
                "default-server ",
                "timeout ",
                "queue ",
                "maxconn ",
                "5s ",
                "20 ",
                "\n",
                "\r",
                "\"",
                "'",
                "\\",
                "#",
                "global\n",
                "x ");
        return Arbitraries.oneOf(known, known, Arbitraries.strings().ofMaxLength(3))
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    private static DeclaredSetting setting(String owner, String name, String value, int line) {
        return new DeclaredSetting(owner, name, value, new Origin("haproxy.cfg", line));
    }
}
