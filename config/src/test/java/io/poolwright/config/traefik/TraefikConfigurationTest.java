package io.poolwright.config.traefik;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.config.yaml.YamlText;
import io.poolwright.model.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraefikConfigurationTest {
    private static final Origin PLACE = new Origin("compose.yaml", 7);

    private static TraefikConfiguration yaml(String text) {
        return TraefikConfiguration.of(
                TraefikSource.yaml(YamlText.parse("traefik.yml", text).get(0)));
    }

    @Test
    void aStaticFileHasEntryPointsAndATransport() {
        TraefikConfiguration traefik = yaml("""
                entryPoints:
                  web:
                    address: ":80"
                serversTransport:
                  forwardingTimeouts:
                    dialTimeout: 5s
                    idleConnTimeout: 20s
                """);

        assertThat(traefik.looksLikeIt()).isTrue();
        assertThat(traefik.isStatic()).isTrue();
        assertThat(traefik.entryPoints()).containsExactly("web");
        assertThat(traefik.defaultTransport().idleConnTimeout())
                .contains(new TraefikSetting(
                        "serverstransport.forwardingtimeouts.idleconntimeout", "20s", new Origin("traefik.yml", 7)));
        assertThat(traefik.defaultTransport().responseHeaderTimeout()).isEmpty();
    }

    @Test
    void aDynamicFileHasServicesTransportsAndRetries() {
        TraefikConfiguration traefik = yaml("""
                http:
                  services:
                    shop:
                      loadBalancer:
                        serversTransport: patient
                        servers:
                          - url: http://10.0.0.1:8080
                          - url: http://10.0.0.2:8080
                  serversTransports:
                    patient:
                      forwardingTimeouts: { responseHeaderTimeout: 1m30s }
                  middlewares:
                    again:
                      retry: { attempts: 4 }
                """);

        TraefikService shop = traefik.services().get(0);
        assertThat(traefik.isStatic()).isFalse();
        assertThat(shop.servers())
                .extracting(TraefikSetting::value)
                .containsExactly("http://10.0.0.1:8080", "http://10.0.0.2:8080");
        assertThat(shop.transport().map(TraefikSetting::value)).contains("patient");
        assertThat(traefik.namedTransports().get(0).responseHeaderTimeout().map(TraefikSetting::value))
                .contains("1m30s");
        assertThat(traefik.retryAttempts()).extracting(TraefikSetting::value).containsExactly("4");
    }

    @Test
    void argumentsVariablesAndLabelsSayTheSame() {
        TraefikConfiguration traefik = TraefikConfiguration.of(List.of(
                TraefikSource.argument("--serversTransport.forwardingTimeouts.idleConnTimeout=10s", PLACE)
                        .orElseThrow(),
                TraefikSource.argument("--api.insecure", PLACE).orElseThrow(),
                TraefikSource.variable("TRAEFIK_SERVERSTRANSPORT_FORWARDINGTIMEOUTS_DIALTIMEOUT", "3", PLACE)
                        .orElseThrow(),
                TraefikSource.label("traefik.http.services.shop.loadbalancer.server.port", "8080", PLACE)
                        .orElseThrow()));

        assertThat(traefik.defaultTransport().idleConnTimeout().map(TraefikSetting::value))
                .contains("10s");
        assertThat(traefik.defaultTransport().dialTimeout().map(TraefikSetting::value))
                .contains("3");
        assertThat(traefik.get("api.insecure").map(TraefikSetting::value)).contains("true");
        assertThat(traefik.services().get(0).port().map(TraefikSetting::value)).contains("8080");
        assertThat(TraefikSource.label("com.example.role", "x", PLACE)).isEqualTo(Optional.empty());
        assertThat(TraefikSource.argument("traefik", PLACE)).isEmpty();
        assertThat(TraefikSource.variable("PATH", "x", PLACE)).isEmpty();
    }

    @Test
    void aTomlFileSaysTheSame() {
        String text = """
                [entryPoints.web] # the door
                  address = ":80"
                [serversTransport.forwardingTimeouts]
                  idleConnTimeout = "15s"
                  dialTimeout = 4
                [[http.services.shop.loadBalancer.servers]]
                  url = 'http://a:1'
                [[http.services.shop.loadBalancer.servers]]
                  url = "http://b:1" # two
                """;

        TraefikConfiguration traefik = TraefikConfiguration.of(TraefikToml.parse("traefik.toml", text));

        assertThat(traefik.isStatic()).isTrue();
        assertThat(traefik.defaultTransport().idleConnTimeout().map(TraefikSetting::origin))
                .contains(new Origin("traefik.toml", 4));
        assertThat(traefik.defaultTransport().dialTimeout().map(TraefikSetting::value))
                .contains("4");
        assertThat(traefik.services().get(0).servers())
                .extracting(TraefikSetting::value)
                .containsExactly("http://a:1", "http://b:1");
    }

    @ParameterizedTest
    @CsvSource({
        "90s, PT90S",
        "30, PT30S",
        "1m30s, PT90S",
        "0, PT0S",
        "0s, PT0S",
        "500ms, PT0.5S",
        "1.5h, PT90M",
        "10us, PT0.00001S"
    })
    void timesAreGosOrSeconds(String written, Duration time) {
        assertThat(TraefikTime.parse(written)).contains(time);
    }

    @ParameterizedTest
    @CsvSource({"''", "s", "5 s", "-1s", "1d", "999999999h", "5x"})
    void anythingElseIsNoTime(String written) {
        assertThat(TraefikTime.parse(written)).isEmpty();
    }

    @Property(tries = 1000)
    void noTomlCrashesTheReader(@ForAll String text) {
        assertThat(TraefikToml.parse("f", text)).isNotNull();
        assertThat(TraefikTime.parse(text)).isNotNull();
    }
}
