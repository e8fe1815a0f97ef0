package io.poolwright.config.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HaproxyTreeTest {
    private static HaproxyTree tree(String text) {
        return HaproxyTree.of(HaproxyFile.parse("haproxy.cfg", text));
    }

    private static HaproxyProxy proxy(String text, String name) {
        return tree(text).proxies().stream()
                .filter(proxy -> proxy.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static HaproxyValue<Duration> written(Duration time, String raw, int line, boolean inherited) {
        return new HaproxyValue.Written<>(time, raw, new Origin("haproxy.cfg", line), inherited);
    }

    @Test
    void aProxyTakesItsSettingsFromTheLatestDefaultsAbove() {
        String text = """
                defaults first
                    timeout client 10s
                    timeout server 10s
                defaults
                    timeout client 20s
                frontend edge
                    bind :80
                """;

        HaproxyProxy edge = proxy(text, "edge");

        assertThat(edge.timeout("client")).isEqualTo(written(Duration.ofSeconds(20), "20s", 5, true));
        assertThat(edge.timeout("server").isAbsent()).isTrue();
    }

    @Test
    void aNamedDefaultsSectionIsTakenWhereItIsAskedFor() {
        String text = """
                defaults http from base
                defaults base
                    timeout client 1m
                defaults web from base
                    mode http
                frontend edge from web
                    timeout client 30s
                frontend slow from web
                frontend lost from nowhere
                """;

        assertThat(proxy(text, "edge").timeout("client")).isEqualTo(written(Duration.ofSeconds(30), "30s", 7, false));
        assertThat(proxy(text, "slow").timeout("client")).isEqualTo(written(Duration.ofMinutes(1), "1m", 3, true));
        assertThat(proxy(text, "slow").mode().written()).contains("http");
        assertThat(proxy(text, "lost").timeout("client").isUndecided()).isTrue();
    }

    @Test
    void theLastLineCountsAndBareNumbersAreMilliseconds() {
        HaproxyProxy shop = proxy("backend shop\n timeout server 1s\n\ttimeout server\t2000", "shop");

        assertThat(shop.timeout("server")).isEqualTo(written(Duration.ofSeconds(2), "2000", 3, false));
    }

    @ParameterizedTest
    @CsvSource({"clitimeout, client", "contimeout, connect", "srvtimeout, server"})
    void theKeywordsOfOldVersionsMeanTheSame(String old, String name) {
        HaproxyProxy shop = proxy("defaults\n " + old + " 5000\nlisten shop 0.0.0.0:80", "shop");

        assertThat(shop.timeout(name).written()).contains(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "1, PT0.001S",
        "10us, PT0.00001S",
        "500ms, PT0.5S",
        "5s, PT5S",
        "1m, PT1M",
        "2h, PT2H",
        "1d, PT24H",
        "2147483647, PT596H31M23.647S",
        "24d, PT576H"
    })
    void everyUnitOfTimeIsUnderstood(String written, Duration time) {
        assertThat(HaproxyTime.parse(written)).contains(time);
    }

    @ParameterizedTest
    @CsvSource({"2147483648", "25d", "5sec", "1.5s", "-1", "''", "s", "5 s", "infinite"})
    void aTimeThatHaproxyRefusesIsNoTime(String written) {
        assertThat(HaproxyTime.parse(written)).isEmpty();
        assertThat(proxy("backend b\n timeout server '" + written + "'", "b")
                        .timeout("server")
                        .isUndecided())
                .isTrue();
    }

    @Test
    void aServerTakesWhatItDoesNotSayFromTheDefaultServerLinesAboveIt() {
        String text = """
                defaults
                    default-server maxqueue 9 maxconn 5
                backend shop
                    default-server maxconn 7 inter 2s
                    server a 10.0.0.1:80 check
                    default-server maxconn 8
                    server b 10.0.0.2:80 cookie maxconn maxconn 30 minconn 3
                    server-template web 1-5 web.local:8080 check
                """;

        List<HaproxyServer> servers = proxy(text, "shop").servers();

        assertThat(servers).extracting(HaproxyServer::name).containsExactly("a", "b", "web");
        assertThat(servers)
                .extracting(server -> server.count("maxconn").written().orElseThrow())
                .containsExactly(7L, 30L, 8L);
        assertThat(servers.get(0).count("maxconn").origin()).contains(new Origin("haproxy.cfg", 4));
        assertThat(servers.get(1).count("maxqueue").written()).contains(9L);
        assertThat(servers.get(1).count("weight").isAbsent()).isTrue();
        assertThat(servers.get(2).number().written()).contains(5L);
        assertThat(servers.get(2).host()).contains("web.local");
        assertThat(servers.get(2).port()).contains(8080);
    }

    @Test
    void anOptionCanBeSwitchedOffAgain() {
        String text = """
                defaults
                    option httplog
                    option redispatch 1
                frontend edge
                    no option httplog
                """;

        HaproxyProxy edge = proxy(text, "edge");

        assertThat(edge.option("httplog").written()).contains(false);
        assertThat(edge.option("redispatch").written()).contains(true);
        assertThat(edge.option("abortonclose").isAbsent()).isTrue();
    }

    @Test
    void globalSectionsAreOne() {
        HaproxyProxy global =
                tree("global\n maxconn 100\nglobal\n nbthread 4").global().orElseThrow();

        assertThat(global.count("maxconn").written()).contains(100L);
        assertThat(global.count("nbthread").written()).contains(4L);
        assertThat(tree("defaults").global()).isEmpty();
    }

    @Test
    void aVariableIsKnownWhenTheFileSetsItOrGivesADefault() {
        String text = """
                global
                    presetenv WAIT 4s
                    setenv LIMIT 12
                backend shop
                    timeout queue "${WAIT}"
                    timeout connect "${ELSEWHERE-2s}"
                    timeout server "$ELSEWHERE"
                    timeout tunnel ${BARE}
                    server a "${HOST}:80" maxconn "$LIMIT"
                """;

        HaproxyProxy shop = proxy(text, "shop");

        assertThat(shop.timeout("queue").written()).contains(Duration.ofSeconds(4));
        assertThat(shop.timeout("connect").written()).contains(Duration.ofSeconds(2));
        assertThat(shop.timeout("server"))
                .isEqualTo(new HaproxyValue.Undecided<>(
                        "'$ELSEWHERE' is filled in elsewhere", Optional.of(new Origin("haproxy.cfg", 7))));
        assertThat(shop.timeout("tunnel").isUndecided()).isTrue();
        assertThat(shop.servers().get(0).address()).isEmpty();
        assertThat(shop.servers().get(0).count("maxconn").written()).contains(12L);
    }

    @Test
    void aVariableOfTheProcessIsUsedWhenItIsHandedIn() {
        List<HaproxySection> sections = HaproxyFile.parse(
                "f",
                "backend b\n timeout server \"$T\"\n bind \"${ADDRESSES[*]}\"",
                Map.of("T", "9s", "ADDRESSES", ":80 :443"));

        HaproxyProxy proxy = HaproxyTree.of(sections).proxies().get(0);

        assertThat(proxy.timeout("server").written()).contains(Duration.ofSeconds(9));
        assertThat(proxy.lines("bind").get(0).words())
                .extracting(HaproxyWord::text)
                .containsExactly("bind", ":80", ":443");
    }

    @Test
    void aConditionThatNobodyCanDecideLeavesTheSettingOpen() {
        String text = """
                defaults
                    timeout client 10s
                .if feature(OPENSSL)
                    timeout client 20s
                .else
                    timeout server 1s
                .endif
                .if 0
                    timeout connect 1s
                .elif 1
                    timeout connect 2s
                .else
                    timeout connect 3s
                .endif
                frontend edge
                    bind :80
                """;

        HaproxyProxy edge = proxy(text, "edge");

        assertThat(edge.timeout("client").isUndecided()).isTrue();
        assertThat(edge.timeout("server").isUndecided()).isTrue();
        assertThat(edge.timeout("connect").written()).contains(Duration.ofSeconds(2));
    }

    @Test
    void aSectionInsideAConditionIsCertainOfItsOwnLines() {
        String text = """
                .if defined(EDGE)
                defaults
                    timeout client 10s
                frontend edge
                    timeout http-request 5s
                .endif
                frontend other
                """;

        assertThat(proxy(text, "edge").timeout("http-request").written()).contains(Duration.ofSeconds(5));
        assertThat(proxy(text, "edge").timeout("client").written()).contains(Duration.ofSeconds(10));
        assertThat(proxy(text, "other").timeout("client").isUndecided()).isTrue();
    }

    @Test
    void aTemplateLeavesOpenWhatItFillsIn() {
        String text = """
                {# how long, {{ nobody }} knows #}
                defaults
                    timeout client {{ wait | default('50s') }}
                    timeout connect 5s
                    {% if slow %}
                    timeout server 1h
                    {% endif %}
                {% for name in services %}
                backend {{ name }}
                    server {{ name }}-1 {{ address }}:80 maxconn 5
                {% for more in others %}
                    server {{ more }} 10.0.0.1:80
                {% endfor %}
                {% endfor %}
                frontend edge
                    {{ extra }}
                    timeout http-request 3s
                frontend erb
                    <% if @slow -%>
                    maxconn <%= @many %>
                    <% end -%>
                    option httplog
                """;

        HaproxyProxy edge = proxy(text, "edge");

        assertThat(edge.timeout("client").isUndecided()).isTrue();
        assertThat(edge.timeout("server").isUndecided()).isTrue();
        assertThat(edge.timeout("queue").isUndecided()).isTrue();
        assertThat(edge.timeout("http-request").written()).contains(Duration.ofSeconds(3));
        assertThat(proxy(text, "erb").timeout("connect").written()).contains(Duration.ofSeconds(5));
        assertThat(proxy(text, "erb").timeout("queue").isAbsent()).isTrue();
        assertThat(proxy(text, "erb").count("maxconn").isUndecided()).isTrue();
        assertThat(proxy(text, "erb").option("httplog").written()).contains(true);
        HaproxyProxy service = proxy(text, "{{...}}");
        assertThat(service.servers().get(0).count("maxconn").written()).contains(5L);
        assertThat(service.servers()).extracting(HaproxyServer::isCertain).containsExactly(true, false);
    }

    @Test
    void goTemplatesCountTheirLines() {
        String text = """
                {{- /* made by consul-template,
                     on two lines */ -}}
                backend web
                {{ range service "web" }}
                    server {{ .Node }} {{ .Address }}:{{ .Port }}
                {{ end }}
                    timeout server 7s
                """;

        HaproxyProxy web = proxy(text, "web");

        assertThat(web.timeout("server")).isEqualTo(written(Duration.ofSeconds(7), "7s", 7, false));
        assertThat(web.timeout("queue").isAbsent()).isTrue();
        assertThat(web.servers().get(0).number().isUndecided()).isTrue();
    }

    @Test
    void theAddressMayStandOnTheLineOfTheSection() {
        HaproxyProxy edge = proxy("listen edge 0.0.0.0:80\n mode http", "edge");

        assertThat(edge.lines("bind").get(0).words())
                .extracting(HaproxyWord::text)
                .containsExactly("bind", "0.0.0.0:80");
    }

    @Test
    void mustacheBlocksAreBlocks() {
        String text = """
                backend web
                {{#servers}}
                    server {{id}} {{ip}}:80 maxconn {{maxconn}}{{^maxconn}}70{{/maxconn}}
                {{/servers}}
                    timeout server 7s
                """;

        HaproxyProxy web = proxy(text, "web");

        assertThat(web.timeout("server").written()).contains(Duration.ofSeconds(7));
        assertThat(web.timeout("queue").isAbsent()).isTrue();
        assertThat(web.servers().get(0).count("maxconn").isUndecided()).isTrue();
        assertThat(web.servers().get(0).isCertain()).isFalse();
    }

    @Test
    void secretsAreTakenOutAsTheFileIsRead() {
        String text = """
                userlist people
                    user ann insecure-password geheim
                listen stats
                    stats auth admin:geheim
                    http-request set-header Authorization "Basic geheim"
                    tcp-check send AUTH\\ geheim\\r\\n
                """;

        assertThat(HaproxyFile.parse("f", text).toString())
                .doesNotContain("geheim")
                .contains("admin:(redacted)");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "10.0.0.1:80, 10.0.0.1, 80", "db:5432, db, 5432", ":80, -, 80", "*:80, -, 80", "[::1]:80, ::1, 80",
                "ipv4@shop:8080, shop, 8080", "/run/x.sock, -, -", "unix@/run/x:1, -, -", "shop, shop, -",
                        "shop:+1, shop, -",
                "0.0.0.0:8000-8010, 0.0.0.0, 8000", "shop:, shop, -", "fd@3, -, -"
            })
    void anAddressHasAHostAndAPort(String address, String host, Integer port) {
        assertThat(HaproxyAddress.host(address)).isEqualTo(Optional.ofNullable(host));
        assertThat(HaproxyAddress.port(address)).isEqualTo(Optional.ofNullable(port));
    }
}
