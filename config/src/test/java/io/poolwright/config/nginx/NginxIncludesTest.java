package io.poolwright.config.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.config.nginx.NginxIncludes.Included;
import io.poolwright.model.Origin;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NginxIncludesTest {
    @Test
    void anIncludedFileTakesThePlaceOfItsDirectiveAndKeepsItsLines() {
        var expanded = expand(
                "http {\n include conf.d/*.conf;\n gzip on;\n}",
                Map.of(
                        "conf.d/*.conf",
                                List.of(
                                        new Included("conf.d/a.conf", "\nserver { include proxy.inc; }"),
                                        new Included("conf.d/b.conf", "server {}")),
                        "proxy.inc", List.of(new Included("proxy.inc", "proxy_read_timeout 5s;"))));

        assertThat(NginxFileTest.tree(expanded.file().directives()))
                .isEqualTo("http{server{proxy_read_timeout(5s)}server{}gzip(on)}");
        NginxDirective server = expanded.file().directives().get(0).children().get(0);
        assertThat(server.origin()).isEqualTo(new Origin("conf.d/a.conf", 2));
        assertThat(expanded.files()).containsExactlyInAnyOrder("conf.d/a.conf", "conf.d/b.conf", "proxy.inc");
        assertThat(expanded.unread()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsListedWithTheReason() {
        var expanded = expand(
                "include mime.types;\ninclude self;\ninclude broken;\ninclude {{ x }}.conf;",
                Map.of(
                        "self", List.of(new Included("nginx.conf", "")),
                        "broken", List.of(new Included("broken", "a {"))));

        assertThat(expanded.unread().stream().map(NginxIncludes.Unread::reason))
                .containsExactly(
                        "no file for 'mime.types'",
                        "nginx.conf includes itself",
                        "broken:1: found 'a' without its end; accepted: '}' before the end of the file; write: '}'",
                        "no file for '{{ x }}.conf'");
        assertThat(expanded.unread().get(0).include().origin().line()).isEqualTo(1);
    }

    @Test
    void filesThatIncludeEachOtherManyTimesEnd() {
        NginxFile file = NginxFile.parse("0", "include 1; include 1;");
        var expanded = NginxIncludes.expand(file, (pattern, include) -> {
            String next = String.valueOf(Integer.parseInt(pattern) + 1);
            return List.of(new Included(pattern, "a; include %s; include %s;".formatted(next, next)));
        });

        assertThat(expanded.unread()).isNotEmpty();
        assertThat(expanded.unread().get(0).reason()).endsWith("is one include too many");
    }

    @Test
    void theNearestBlockDecidesAndHeadersComeOnlyTogether() {
        NginxFile file = NginxFile.parse("f", """
                proxy_read_timeout 9s;
                proxy_set_header Host $host;
                server {
                    proxy_read_timeout 5s;
                    location /a { proxy_pass http://x; }
                    location /b { proxy_set_header Connection ""; if ($x) { proxy_read_timeout 1s; } }
                }
                """);
        List<NginxScope> locations = NginxScope.whole(file.directives(), "f").inside("location");

        assertThat(locations).hasSize(2);
        assertThat(locations
                        .get(0)
                        .effective("proxy_read_timeout")
                        .orElseThrow()
                        .arguments())
                .containsExactly("5s");
        assertThat(locations.get(0).effectiveAll("proxy_set_header").get(0).arguments())
                .containsExactly("Host", "$host");
        assertThat(locations.get(1).effectiveAll("proxy_set_header")).hasSize(1);
        assertThat(locations.get(1).effectiveAll("proxy_set_header").get(0).arguments())
                .containsExactly("Connection", "");
        assertThat(locations.get(1).effective("proxy_pass")).isEmpty();
        assertThat(locations
                        .get(1)
                        .inside("if")
                        .get(0)
                        .effective("proxy_read_timeout")
                        .orElseThrow()
                        .arguments())
                .containsExactly("1s");
    }

    private static NginxIncludes.Expanded expand(String text, Map<String, List<Included>> files) {
        return NginxIncludes.expand(
                NginxFile.parse("nginx.conf", text), (pattern, include) -> files.getOrDefault(pattern, List.of()));
    }
}
