package io.poolwright.watch.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.poolwright.config.ConfigSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TargetsFileTest {
    private static Targets read(String text) {
        return TargetsFile.of(Path.of("/etc/poolwright/poolwright.yaml"), text);
    }

    @Test
    void whatIsNotWrittenFollowsFromTheName() {
        Target target = read("targets: {shop-1: {kind: prometheus, address: 'http://localhost:8080/metrics'}}")
                .targets()
                .get(0);

        assertThat(target.service()).isEqualTo("shop-1");
        assertThat(target.instance()).isEqualTo("shop-1");
        assertThat(target.application()).isEqualTo("shop-1");
        assertThat(target.interval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(target.secret()).isEqualTo(Secret.NONE);
        assertThat(target.origin()).isPresent();
    }

    @Test
    void aNameMayHaveDotsInIt() {
        assertThat(read("targets: {shop.example.com: {kind: nginx, address: 'http://localhost/s'}}")
                        .targets()
                        .get(0)
                        .name())
                .isEqualTo("shop.example.com");
    }

    @Test
    void theShortestIntervalIsAFifthOfASecond() {
        assertThat(read("watch: {interval: 200ms}").interval()).isEqualTo(Duration.ofMillis(200));
        assertThatThrownBy(() -> read("watch: {interval: 199ms}"))
                .isInstanceOf(ConfigSyntaxException.class)
                .hasMessageContaining("accepted: 200ms to 1h");
    }

    @ParameterizedTest
    @CsvSource({
        "'{kind: prometheus}', without an address",
        "'{address: x}', without a kind",
        "'{kind: postgres, address: x}', kind 'postgres'",
        "'{kind: otlp, address: x}', kind 'otlp'",
        "'{kind: postgresql, address: localhost}', jdbc:postgresql",
        "'{kind: jmx, address: ''service:jmx:ldap://x''}', pid:4711",
        "'{kind: prometheus, address: ''file:///etc/passwd''}', http://",
    })
    void whatIsNotAcceptedIsRefusedAtItsLine(String target, String says) {
        assertThatThrownBy(() -> read("targets:\n  a: " + target))
                .isInstanceOf(ConfigSyntaxException.class)
                .hasMessageContaining(says)
                .hasMessageContaining("poolwright.yaml:2");
    }

    @Test
    void aPasswordInAnAddressIsNotRepeated() {
        assertThatThrownBy(() -> read("targets: {a: {kind: nginx, address: 'ftp://me:hunter2@host/'}}"))
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void secretsAreReadFromWhereTheyAre(@TempDir Path folder) throws IOException {
        Path properties = Files.writeString(folder.resolve("app.properties"), "a.user=me\na.password=s3cret\n");
        Path yaml = Files.writeString(folder.resolve("app.yml"), "a:\n  password: other\n");
        Path plain = Files.writeString(folder.resolve("token"), "t0ken\n");

        assertThat(new Secret.InFile(properties, Optional.of("a.password")).read(Map.of()))
                .contains("s3cret");
        assertThat(new Secret.InFile(yaml, Optional.of("a.password")).read(Map.of()))
                .contains("other");
        assertThat(new Secret.InFile(plain, Optional.empty()).read(Map.of())).contains("t0ken");
        assertThat(new Secret.InEnvironment("X").read(Map.of("X", "env"))).contains("env");
        assertThat(new Secret.InEnvironment("X").read(Map.of())).isEmpty();
        assertThat(new Secret.InFile(folder.resolve("none"), Optional.empty()).read(Map.of()))
                .isEmpty();
        assertThat(new Secret.InFile(properties, Optional.of("a.password")).where())
                .doesNotContain("s3cret");
    }

    @Property(tries = 200)
    void anyTextIsReadOrRefusedWithItsPlace(@ForAll String address) {
        try {
            assertThat(read("targets: {a: {kind: haproxy, address: '" + address.replace("'", "''") + "'}}")
                            .targets())
                    .hasSizeLessThanOrEqualTo(1);
        } catch (ConfigSyntaxException e) {
            assertThat(e.origin().line()).isPositive();
        }
    }
}
