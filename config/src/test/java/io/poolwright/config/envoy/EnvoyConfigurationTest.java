package io.poolwright.config.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.config.yaml.YamlNode;
import io.poolwright.config.yaml.YamlScalar;
import io.poolwright.config.yaml.YamlText;
import io.poolwright.model.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvoyConfigurationTest {
    private static final String BOOTSTRAP = """
            admin:
              address:
                socket_address: { address: 0.0.0.0, port_value: 9901 }
            static_resources:
              listeners:
                - name: edge
                  address:
                    socket_address: { address: 0.0.0.0, port_value: 8080 }
                  filter_chains:
                    - filters:
                        - name: envoy.filters.network.http_connection_manager
                          typed_config:
                            "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
                            stat_prefix: edge
                            route_config:
                              virtual_hosts:
                                - name: all
                                  domains: ["*"]
                                  retry_policy: { retry_on: 5xx, num_retries: 4 }
                                  routes:
                                    - match: { prefix: /slow }
                                      route:
                                        cluster: shop
                                        timeout: 60s
                                        retry_policy: { retry_on: connect-failure }
                                    - match: { prefix: /old }
                                      redirect: { path_redirect: / }
                                    - match: { prefix: / }
                                      route:
                                        weighted_clusters:
                                          clusters: [ { name: shop, weight: 90 }, { name: next, weight: 10 } ]
                - name: database
                  filter_chains:
                    - filters:
                        - name: envoy.filters.network.tcp_proxy
                          typed_config: { stat_prefix: db, cluster: postgres }
              clusters:
                - name: shop
                  type: STRICT_DNS
                  connect_timeout: 0.25s
                  circuit_breakers:
                    thresholds:
                      - priority: DEFAULT
                        max_connections: 4096
                        max_retries: 10
                  typed_extension_protocol_options:
                    envoy.extensions.upstreams.http.v3.HttpProtocolOptions:
                      common_http_protocol_options:
                        idle_timeout: 55s
                      explicit_http_config: { http2_protocol_options: {} }
                  load_assignment:
                    cluster_name: shop
                    endpoints:
                      - lb_endpoints:
                          - endpoint: { address: { socket_address: { address: shop, port_value: 8081 } } }
                          - endpoint: { address: { socket_address: { address: shop-2, port_value: 8081 } } }
            """;

    private static EnvoyConfiguration read(String text) {
        return EnvoyConfiguration.of(YamlText.parse("envoy.yaml", text).get(0));
    }

    @Test
    void aClusterKnowsItsLimitsTimesAndEndpoints() {
        EnvoyCluster shop = read(BOOTSTRAP).clusters().get(0);

        assertThat(shop.name()).isEqualTo("shop");
        assertThat(shop.type()).isEqualTo("STRICT_DNS");
        assertThat(shop.connectTimeout().map(YamlScalar::text)).contains("0.25s");
        assertThat(shop.idleTimeout().map(YamlScalar::text)).contains("55s");
        assertThat(shop.http2()).isTrue();
        assertThat(shop.endpoints()).extracting(EnvoyEndpoint::host).containsExactly("shop", "shop-2");
        EnvoyThresholds limits = shop.thresholds().get(0);
        assertThat(limits.maxConnections().map(YamlScalar::origin)).contains(new Origin("envoy.yaml", 44));
        assertThat(limits.maxRequests()).isEmpty();
        assertThat(limits.maxRetries().map(YamlScalar::text)).contains("10");
    }

    @Test
    void aRouteHasItsOwnRetriesOrThoseOfItsHost() {
        List<EnvoyListener> listeners = read(BOOTSTRAP).listeners();

        List<EnvoyRoute> routes = listeners.get(0).routes();
        assertThat(listeners.get(0).port()).contains(8080);
        assertThat(routes).hasSize(2);
        assertThat(routes.get(0).timeout().map(YamlScalar::text)).contains("60s");
        assertThat(routes.get(0).retries().orElseThrow().numRetries()).isEmpty();
        assertThat(routes.get(1).clusters()).containsExactly("shop", "next");
        assertThat(routes.get(1).timeout()).isEmpty();
        assertThat(routes.get(1).retries().orElseThrow().numRetries().map(YamlScalar::text))
                .contains("4");
        assertThat(listeners.get(1).tcpClusters()).containsExactly("postgres");
    }

    @Test
    void jsonNamesAndWatchedFilesAreUnderstood() {
        String json = """
                {"resources": [{"@type": "type.googleapis.com/envoy.config.cluster.v3.Cluster", "name": "shop",
                  "connectTimeout": "2s",
                  "circuitBreakers": {"thresholds": [{"maxConnections": {"value": 7}}]}}]}
                """;
        YamlNode document = YamlText.parse("cds.json", json).get(0);

        EnvoyCluster shop = EnvoyConfiguration.of(document).clusters().get(0);

        assertThat(EnvoyConfiguration.looksLikeIt(document)).isTrue();
        assertThat(shop.connectTimeout().map(YamlScalar::text)).contains("2s");
        assertThat(shop.thresholds().get(0).maxConnections().map(YamlScalar::text))
                .contains("7");
    }

    @Test
    void anotherYamlIsNotEnvoys() {
        assertThat(EnvoyConfiguration.looksLikeIt(
                        YamlText.parse("f", "services: {web: {image: a}}").get(0)))
                .isFalse();
        assertThat(EnvoyConfiguration.looksLikeIt(
                        YamlText.parse("f", "resources: [a.yaml]").get(0)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"15s, PT15S", "0.25s, PT0.25S", "0s, PT0S", "3600s, PT1H", "0.000000001s, PT0.000000001S"})
    void timesAreSeconds(String written, Duration time) {
        assertThat(EnvoyTime.parse(written)).contains(time);
    }

    @ParameterizedTest
    @CsvSource({"15", "15ms", "1m", "''", "-1s", "s"})
    void anythingElseIsNoTime(String written) {
        assertThat(EnvoyTime.parse(written)).isEmpty();
    }

    @Property(tries = 500)
    void noMutilatedFileCrashesTheReader(@ForAll Random random) {
        StringBuilder text = new StringBuilder(BOOTSTRAP);
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            int at = random.nextInt(text.length());
            if (random.nextBoolean()) {
                text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(30)));
            } else {
                text.insert(at, "[]{}:-\n&*!# ".charAt(random.nextInt(12)));
            }
        }
        try {
            for (YamlNode document : YamlText.parse("f", text.toString())) {
                assertThat(EnvoyConfiguration.of(document).clusters()).isNotNull();
            }
        } catch (ConfigSyntaxException e) {
            assertThat(e.origin().line()).isPositive();
        }
    }
}
