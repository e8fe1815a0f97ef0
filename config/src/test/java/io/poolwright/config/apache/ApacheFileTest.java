package io.poolwright.config.apache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.model.Origin;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ApacheFileTest {
    @Test
    void sectionsAndDirectivesKnowTheirLines() {
        ApacheFile file = ApacheFile.parse("httpd.conf", """
                # a comment \\
                ServerName shop
                <IfModule mpm_event_module>
                    ServerLimit 16
                    MaxRequestWorkers 400
                </IfModule>
                <VirtualHost *:80>
                    ProxyPass "/a b" http://app:8080/ \\
                        max=20 ttl=15 Retry=0
                </virtualhost>
                LogFormat "%h \\"%r\\"" common
                """);

        assertThat(tree(file.directives()))
                .isEqualTo("<IfModule mpm_event_module>ServerLimit(16)MaxRequestWorkers(400)</>"
                        + "<VirtualHost *:80>ProxyPass(/a b|http://app:8080/|max=20|ttl=15|Retry=0)</>"
                        + "LogFormat(%h \"%r\"|common)");
        ApacheDirective host = file.directives().get(1);
        assertThat(host.origin()).isEqualTo(new Origin("httpd.conf", 7));
        assertThat(host.endLine()).isEqualTo(10);
        ApacheDirective pass = host.children().get(0);
        assertThat(pass.origin().line()).isEqualTo(8);
        assertThat(pass.endLine()).isEqualTo(9);
        assertThat(pass.is("proxypass")).isTrue();
        assertThat(pass.parameter("retry")).contains("0");
        assertThat(pass.parameter("timeout")).isEmpty();
        assertThat(pass.argument(1)).contains("http://app:8080/");
        assertThat(pass.argument(9)).isEmpty();
    }

    @Test
    void sectionsThatDoNotPairAreNamed() {
        assertThatThrownBy(() -> ApacheFile.parse("a.conf", "<Proxy *>\n</Location>"))
                .isInstanceOf(ConfigSyntaxException.class)
                .hasMessage("a.conf:2: found </Location>; accepted: </Proxy>; "
                        + "write: sections that close in the order they open");
        assertThatThrownBy(() -> ApacheFile.parse("a.conf", "\n<Proxy *>\n"))
                .hasMessage("a.conf:2: found <Proxy> without its end; accepted: a closing tag for each section; "
                        + "write: </Proxy>");
        assertThatThrownBy(() -> ApacheFile.parse("a.conf", "</Proxy>")).hasMessageContaining("no closing tag here");
        assertThatThrownBy(() -> ApacheFile.parse("a.conf", "<>")).hasMessageContaining("<Name arguments>");
        assertThatThrownBy(() -> ApacheFile.parse("a.conf", "<a>\n".repeat(70))).hasMessageContaining("64 deep");
    }

    @Test
    void aTemplateIsReadAndMarked() {
        ApacheFile file = ApacheFile.parse("a.conf.erb", """
                <% if @proxy -%>
                Timeout <%= @timeout %>
                <% end -%>
                {% if x %}
                <Location /{{ path }}>
                """);

        assertThat(file.templated()).isTrue();
        assertThat(tree(file.directives())).isEqualTo("Timeout(<%=|@timeout|%>)<Location /{{ path }}></>");
    }

    @Property(tries = 2000)
    void anyTextIsReadOrNamed(@ForAll("texts") String text) {
        try {
            assertThat(ApacheFile.parse("f", text).file()).isEqualTo("f");
        } catch (ConfigSyntaxException e) {
            assertThat(e.origin().line()).isBetween(1, text.split("\r\n|\r|\n", -1).length);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> known = Arbitraries.of(
                "<A ", "</A>", ">", "\n", "\r", "\\", "\"", "'", "#", "ProxyPass ", "<%", "{{", " ", "x=1");
        return Arbitraries.oneOf(known, known, Arbitraries.strings().ofMaxLength(3))
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    private static String tree(List<ApacheDirective> directives) {
        return directives.stream()
                .map(directive -> directive.section()
                        ? "<" + directive.name() + " " + String.join(" ", directive.arguments()) + ">"
                                + tree(directive.children()) + "</>"
                        : directive.name() + "(" + String.join("|", directive.arguments()) + ")")
                .collect(Collectors.joining());
    }
}
