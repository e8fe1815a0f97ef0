package io.poolwright.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.poolwright.telemetry.FakeSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetPolicyTest {
    @ParameterizedTest
    @CsvSource({
        // address, kind
        "8.8.8.8, PUBLIC",
        "1.1.1.1, PUBLIC",
        "172.15.255.255, PUBLIC",
        "172.32.0.0, PUBLIC",
        "192.167.255.255, PUBLIC",
        "192.169.0.0, PUBLIC",
        "100.63.255.255, PUBLIC",
        "100.128.0.0, PUBLIC",
        "169.253.255.255, PUBLIC",
        "169.255.0.0, PUBLIC",
        "168.63.129.15, PUBLIC",
        "2606:4700::1111, PUBLIC",
        "64:ff9b::8.8.8.8, PUBLIC",
        "::ffff:8.8.8.8, PUBLIC",
        "10.0.0.1, PRIVATE",
        "10.255.255.255, PRIVATE",
        "172.16.0.0, PRIVATE",
        "172.31.255.255, PRIVATE",
        "192.168.1.1, PRIVATE",
        "100.64.0.1, PRIVATE",
        "100.100.100.199, PRIVATE",
        "fd12:3456::1, PRIVATE",
        "fc00::1, PRIVATE",
        "fec0::1, PRIVATE",
        "::ffff:10.0.0.1, PRIVATE",
        "64:ff9b::10.0.0.1, PRIVATE",
        "2002:c0a8:0101::1, PRIVATE",
        "127.0.0.1, LOOPBACK",
        "127.255.255.254, LOOPBACK",
        "::1, LOOPBACK",
        "::ffff:127.0.0.1, LOOPBACK",
        "::127.0.0.1, LOOPBACK",
        "64:ff9b::7f00:1, LOOPBACK",
        "2002:7f00:0001::, LOOPBACK",
        "0.0.0.0, NEVER",
        "0.1.2.3, NEVER",
        "::, NEVER",
        "169.254.0.1, NEVER",
        "169.254.169.254, NEVER",
        "169.254.170.2, NEVER",
        "::ffff:169.254.169.254, NEVER",
        "::169.254.169.254, NEVER",
        "64:ff9b::169.254.169.254, NEVER",
        "2002:a9fe:a9fe::1, NEVER",
        "fd00:ec2::254, NEVER",
        "fd00:ec2::23, NEVER",
        "fe80::1, NEVER",
        "febf::1, NEVER",
        "100.100.100.200, NEVER",
        "168.63.129.16, NEVER",
        "192.0.0.192, NEVER",
        "224.0.0.1, NEVER",
        "239.255.255.255, NEVER",
        "240.0.0.1, NEVER",
        "255.255.255.255, NEVER",
        "ff02::1, NEVER",
        "ff0e::1, NEVER"
    })
    void everyAddressIsOfAKind(String address, AddressKind kind) throws IOException {
        assertThat(AddressKind.of(InetAddress.getByName(address))).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://0177.0.0.1/",
                "http://127.1/",
                "http://127.0.0.01/",
                "http://127.0.0.1./",
                "http://[fe80::1%25eth0]/",
                "http://a:b@localhost/",
                "http://a@localhost/",
                "http://@localhost/",
                "http://localhost:0/",
                "http://localhost:65536/",
                "https:///metrics",
                "http:metrics",
                "file:///etc/passwd",
                "ftp://localhost/",
                "gopher://localhost/",
                "jar:http://localhost!/",
                "metrics"
            })
    void whatIsNoPlainAddressOfAHostIsRefused(String address) {
        assertThatThrownBy(() -> TargetPolicy.check(URI.create(address))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost/\r\nX: y", "http://local\thost/", "http://localhost/ /"})
    void aLineEndIsNoPartOfAnAddress(String address) {
        assertThatThrownBy(() -> URI.create(address)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080/metrics",
                "https://shop-1.internal/actuator/prometheus?name=a",
                "http://127.0.0.1:9101/metrics",
                "http://[::1]:9101/metrics",
                "http://web_1:8080/metrics"
            })
    void ordinaryAddressesAreTaken(String address) {
        assertThatCode(() -> TargetPolicy.check(URI.create(address))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"metadata.google.internal", "METADATA.google.internal", "metadata.google.internal.", "metadata"})
    void theNameOfAMetadataServiceIsNeverAsked(String host) {
        TargetPolicy policy =
                new TargetPolicy(true, true, name -> new InetAddress[] {InetAddress.getByName("10.0.0.1")});

        assertThatThrownBy(() -> policy.resolve(host))
                .isInstanceOf(RefusedTargetException.class)
                .hasMessage("'%s' is a cloud's metadata service, which is never asked".formatted(host));
    }

    @Test
    void aNameThatLeadsToAMetadataServiceIsRefused() {
        TargetPolicy policy =
                new TargetPolicy(true, true, name -> new InetAddress[] {InetAddress.getByName("169.254.169.254")});

        assertThatThrownBy(() -> policy.resolve("shop.example"))
                .isInstanceOf(RefusedTargetException.class)
                .hasMessage("'shop.example' leads to 169.254.169.254, which is never asked");
    }

    @Test
    void oneBadAddressAmongGoodOnesIsEnough() {
        TargetPolicy policy = new TargetPolicy(false, false, name ->
                new InetAddress[] {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1")});

        assertThatThrownBy(() -> policy.resolve("shop.example"))
                .hasMessage("'shop.example' leads to 10.0.0.1, which is not asked for targets like this one");
    }

    @Test
    void thisMachineAndTheOwnNetworkAreAPolicy() throws IOException {
        assertThat(TargetPolicy.WRITTEN_DOWN.resolve("127.0.0.1").isLoopbackAddress())
                .isTrue();
        assertThatThrownBy(() -> TargetPolicy.PUBLIC_ONLY.resolve("127.0.0.1"))
                .isInstanceOf(RefusedTargetException.class);
        assertThatThrownBy(() -> TargetPolicy.PUBLIC_ONLY.resolve("192.168.1.1"))
                .isInstanceOf(RefusedTargetException.class);
        assertThatThrownBy(() -> new TargetPolicy(true, false).resolve("192.168.1.1"))
                .isInstanceOf(RefusedTargetException.class);
    }

    @Test
    void aNameThatChangesItsMindIsAskedWhereItWasJudged() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        TargetPolicy policy =
                new TargetPolicy(true, true, name -> new InetAddress[] {
                    InetAddress.getByName(asked.getAndIncrement() == 0 ? "127.0.0.1" : "169.254.169.254")
                });
        byte[] answer = "HTTP/1.1 200 OK\r\n\r\nhello".getBytes(StandardCharsets.US_ASCII);
        try (FakeSource source = FakeSource.onTcp(FakeSource.answer(answer))) {
            URI uri = URI.create("http://rebinding.example:%d/".formatted(source.port()));
            HttpPage page = new HttpPage(uri, Duration.ofSeconds(2), 1000, policy, Authorization.none());

            assertThat(page.fetch()).asString().isEqualTo("hello");
            assertThat(asked).hasValue(1);
            assertThatThrownBy(page::fetch).isInstanceOf(RefusedTargetException.class);
        }
    }
}
