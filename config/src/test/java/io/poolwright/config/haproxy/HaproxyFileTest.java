package io.poolwright.config.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.poolwright.config.ConfigSyntaxException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HaproxyFileTest {
    @Test
    void sectionsKeepTheirOrderNamesAndUnknownLines() {
        String text = "stray\nglobal\r\n daemon\rfrontend edge from web # why\n\tfancy \"new thing\" x\nring r\n";

        List<HaproxySection> sections = HaproxyFile.parse("f", text);

        assertThat(sections).extracting(HaproxySection::kind).containsExactly("global", "frontend", "ring");
        assertThat(sections).extracting(section -> section.origin().line()).containsExactly(2, 4, 6);
        assertThat(sections.get(1).from()).contains(new HaproxyWord("web", true));
        assertThat(sections.get(1).directives().get(0).words())
                .extracting(HaproxyWord::text)
                .containsExactly("fancy", "new thing", "x");
    }

    @Test
    void binaryIsRefused() {
        assertThatThrownBy(() -> HaproxyFile.parse("f.cfg", "global\n\0\0"))
                .isInstanceOf(ConfigSyntaxException.class)
                .hasMessage("f.cfg:2: found a NUL byte in f.cfg; accepted: text in UTF-8; write: backend shop");
    }

    @Test
    void conditionsAreNestedAsDeepAsHaproxyNestsThemAndNoDeeper() {
        assertThatCode(() -> HaproxyFile.parse("f", ".if x\n".repeat(255))).doesNotThrowAnyException();
        assertThatThrownBy(() -> HaproxyFile.parse("f", ".if x\n".repeat(256)))
                .isInstanceOf(ConfigSyntaxException.class)
                .hasMessage(
                        "f:256: found a condition inside 255 others; accepted: conditions up to 255 deep; write: .endif");
    }

    @Property(tries = 4000)
    void anyTextIsReadOrNamed(@ForAll("texts") String text) {
        try {
            HaproxyTree tree = HaproxyTree.of(HaproxyFile.parse("f", text));

            for (HaproxyProxy proxy : tree.proxies()) {
                assertThat(proxy.timeout("queue")).isNotNull();
                assertThat(proxy.option("x")).isNotNull();
                proxy.servers().forEach(server -> {
                    assertThat(server.count("maxconn")).isNotNull();
                    assertThat(server.number()).isNotNull();
                    assertThat(server.port()).isNotNull();
                });
            }
        } catch (ConfigSyntaxException e) {
            assertThat(e.origin().line()).isBetween(1, text.split("\r\n|\r|\n", -1).length);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> known = Arbitraries.of(
                "backend ",
                "listen a\n",
                "defaults ",
                "from ",
                "server ",
                "server-template ",
                "default-server ",
                "timeout queue ",
                "no ",
                "option x",
                "maxconn ",
                "5s ",
                "20 ",
                "1-5 ",
                "1.2.3.4:80 ",
                "[::1]:",
                "\n",
                "\n",
                "\r",
                "\"",
                "'",
                "\\",
                "\\x4",
                "#",
                "global\n",
                "setenv A ",
                "\"$A\"",
                "\"${A-3s}\" ",
                "${",
                "}",
                "[*]}",
                ".if ",
                ".elif ",
                ".else\n",
                ".endif\n",
                "0\n",
                "1\n",
                "{{",
                "}}",
                "{%",
                "%}",
                " if ",
                " endif ",
                "<%",
                "%>",
                " end ",
                "=",
                "\uE000",
                "x ");
        return Arbitraries.oneOf(known, known, known, Arbitraries.strings().ofMaxLength(3))
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }
}
