package io.poolwright.config.nginx;

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

class NginxFileTest {
    @Test
    void everyDirectiveKnowsWhereItBeginsAndEnds() {
        NginxFile file = NginxFile.parse("nginx.conf", """
                # shop
                events { worker_connections 1024; }
                http {
                    log_format main '$remote_addr "$request" '
                                    "it's $status";
                    upstream shop {
                        server 10.0.0.1:8080 max_conns=20; # first
                        keepalive 16;
                    }
                }
                """);

        assertThat(tree(file.directives()))
                .isEqualTo("events{worker_connections(1024)}"
                        + "http{log_format(main|$remote_addr \"$request\" |it's $status)"
                        + "upstream(shop){server(10.0.0.1:8080|max_conns=20)keepalive(16)}}");
        NginxDirective http = file.directives().get(1);
        assertThat(http.origin()).isEqualTo(new Origin("nginx.conf", 3));
        assertThat(http.endLine()).isEqualTo(10);
        NginxDirective format = http.children().get(0);
        assertThat(format.origin().line()).isEqualTo(4);
        assertThat(format.endLine()).isEqualTo(5);
        assertThat(http.children().get(1).children().get(0).parameter("max_conns"))
                .contains("20");
        assertThat(file.templated()).isFalse();
    }

    @Test
    void aFileOfServersNeedsNoHttpBlock() {
        assertThat(tree(parse("upstream a { server b:1; }\nserver { listen 80; location / { proxy_pass http://a; } }")))
                .isEqualTo("upstream(a){server(b:1)}server{listen(80)location(/){proxy_pass(http://a)}}");
    }

    @Test
    void bracesInVariablesRegularExpressionsAndQuotesAreLetters() {
        assertThat(tree(parse("""
                location ~ ^/(?<id>[0-9]+)/"x"$ { return 200 ${a}b}; }
                """))).isEqualTo("location(~|^/(?<id>[0-9]+)/\"x\"$){return(200|${a}b})}");
        assertThat(tree(parse("location ~ \"^/[0-9]{3}$\" { return 200 'a;b}'; }")))
                .isEqualTo("location(~|^/[0-9]{3}$){return(200|a;b})}");
        assertThat(tree(parse("if ($http_upgrade = \"\") { set $c close; }")))
                .isEqualTo("if(($http_upgrade|=||)){set($c|close)}");
    }

    @Test
    void aHashInsideAWordIsNoComment() {
        assertThat(tree(parse("rewrite ^/a#b /c#d; # e\n#f;")).strip()).isEqualTo("rewrite(^/a#b|/c#d)");
    }

    @Test
    void aLuaBlockIsPassedOverWhole() {
        NginxFile file = NginxFile.parse("f", """
                location / {
                    content_by_lua_block {
                        -- a brace } in a comment
                        local s = "}" .. '}' .. [[ } ]] --[==[ } ]==]
                        if s then ngx.say({a = 1}) end
                    }
                    proxy_pass http://b;
                }
                """);

        NginxDirective location = file.directives().get(0);
        assertThat(tree(location.children())).isEqualTo("content_by_lua_block{}proxy_pass(http://b)");
        assertThat(location.children().get(0).endLine()).isEqualTo(6);
        assertThat(location.children().get(1).origin().line()).isEqualTo(7);
    }

    @Test
    void aTemplateIsReadAndMarked() {
        NginxFile file = NginxFile.parse("site.conf.j2", """
                {# who serves #}
                upstream app {
                {% for host in hosts %}
                    server {{ host }}:{{ port | default('80') }};
                {% endfor %}
                }
                server { listen <%= @port %>; root "{{ roots["a"] }}"; }
                """);

        assertThat(file.templated()).isTrue();
        assertThat(tree(file.directives()))
                .isEqualTo("upstream(app){server({{ host }}:{{ port | default('80') }})}"
                        + "server{listen(<%= @port %>)root({{ roots[\"a\"] }})}");
        assertThat(file.directives().get(1).origin().line()).isEqualTo(7);
    }

    @Test
    void theEnvironmentOfAContainerIsAWord() {
        NginxFile file =
                NginxFile.parse("default.conf.template", "server { listen ${PORT}; keepalive_timeout ${T}s; }");

        assertThat(file.templated()).isFalse();
        assertThat(tree(file.directives())).isEqualTo("server{listen(${PORT})keepalive_timeout(${T}s)}");
    }

    @Test
    void aBlockWithoutItsEndIsNamedWhereItBegins() {
        assertThatThrownBy(() -> NginxFile.parse("a.conf", "\nserver {\n listen 80;\n"))
                .isInstanceOf(ConfigSyntaxException.class)
                .hasMessage(
                        "a.conf:2: found 'server' without its end; accepted: '}' before the end of the file; write: '}'");
        assertThatThrownBy(() -> NginxFile.parse("a.conf", "server {\n listen 80\n}"))
                .hasMessage(
                        "a.conf:3: found '}'; accepted: ';' at the end of each directive, and one '}' for each '{'; "
                                + "write: name value; or name { … }");
        assertThatThrownBy(() -> NginxFile.parse("a.conf", "a \"b\n;"))
                .hasMessage("a.conf:1: found a quote that is not closed; accepted: quotes in pairs; write: \"…\"");
        assertThatThrownBy(() -> NginxFile.parse("a.conf", "a b;\n\0"))
                .hasMessage(
                        "a.conf:2: found a zero byte; accepted: a text file; write: the configuration as text in UTF-8");
    }

    @Test
    void nestingHasAnEnd() {
        assertThat(NginxFile.parse("f", "a {".repeat(64) + "}".repeat(64)).directives())
                .hasSize(1);
        assertThatThrownBy(() -> NginxFile.parse("f", "a {".repeat(100_000)))
                .isInstanceOf(ConfigSyntaxException.class)
                .hasMessageContaining("blocks more than 64 deep");
    }

    @Property(tries = 3000)
    void anyTextIsReadOrNamed(@ForAll("texts") String text) {
        try {
            NginxFile file = NginxFile.parse("f", text);

            assertThat(file.directives()).allSatisfy(directive -> assertThat(directive.endLine())
                    .isGreaterThanOrEqualTo(directive.origin().line()));
        } catch (ConfigSyntaxException e) {
            assertThat(e.origin().line()).isBetween(1, text.split("\n", -1).length);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> known = Arbitraries.of(
                "server ",
                "{",
                "}",
                ";",
                "\"",
                "'",
                "\\",
                "#",
                "\n",
                "$",
                "${",
                "{{",
                "}}",
                "{%",
                "%}",
                "<%=",
                "%>",
                "{#",
                "content_by_lua_block ",
                "--",
                "[[",
                "]]",
                "[=[",
                "include a;",
                " ",
                "\r",
                "\uFEFF",
                "x");
        return Arbitraries.oneOf(known, known, Arbitraries.strings().ofMaxLength(3))
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    private static List<NginxDirective> parse(String text) {
        return NginxFile.parse("f", text).directives();
    }

    static String tree(List<NginxDirective> directives) {
        return directives.stream()
                .map(directive -> directive.name()
                        + (directive.arguments().isEmpty() ? "" : "(" + String.join("|", directive.arguments()) + ")")
                        + (directive.block() ? "{" + tree(directive.children()) + "}" : ""))
                .collect(Collectors.joining());
    }
}
