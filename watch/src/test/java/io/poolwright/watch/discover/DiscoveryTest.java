package io.poolwright.watch.discover;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.config.assemble.StackReader;
import io.poolwright.config.source.Tree;
import io.poolwright.watch.targets.Target;
import io.poolwright.watch.targets.TargetKind;
import io.poolwright.watch.targets.TargetsFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class DiscoveryTest {
    private static final String HAPROXY = """
            global
                stats socket /run/haproxy/admin.sock mode 600 level admin
            defaults
                mode http
                timeout connect 1s
                timeout client 30s
                timeout server 30s
            frontend edge
                bind :80
                default_backend shop
            backend shop
                server shop-1 127.0.0.1:8081 check maxconn 50
                server shop-2 127.0.0.1:8082 check maxconn 50
            """;
    private static final String SHOP = """
            spring.application.name=shop
            server.port=%d
            management.server.port=%d
            spring.datasource.url=jdbc:postgresql://db:5432/shop
            spring.datasource.username=shop
            spring.datasource.password=s3cret
            spring.datasource.hikari.data-source-properties.ApplicationName=%s
            """;

    private static Discovery of(Map<String, String> files) {
        Tree tree = Tree.of(files);
        return Discovery.of(StackReader.read(tree).stacks().get(0), tree);
    }

    private static List<Target> written(Discovery discovery) {
        String text = TargetsText.of(discovery, Path.of(""), Map.of());
        return TargetsFile.of(Path.of("poolwright.yaml"), text).targets();
    }

    @Test
    void aBackendIsAServiceAndItsServersAreTheCopies() {
        Map<String, String> files = new TreeMap<>();
        files.put("haproxy.cfg", HAPROXY);
        files.put("one/application.properties", SHOP.formatted(8081, 9081, "shop-1"));
        files.put("two/application.properties", SHOP.formatted(8082, 9082, "shop-2"));
        List<Target> targets = written(of(files));

        assertThat(targets)
                .extracting(Target::kind)
                .containsExactly(
                        TargetKind.HAPROXY, TargetKind.PROMETHEUS, TargetKind.PROMETHEUS, TargetKind.POSTGRESQL);
        assertThat(targets).extracting(Target::service).containsOnly("shop");
        assertThat(targets.get(0).backend()).contains("shop");
        assertThat(targets.get(0).frontend()).contains("edge");
        assertThat(targets.get(1).instance()).isEqualTo("shop-1");
        assertThat(targets.get(1).address()).isEqualTo("http://127.0.0.1:9081/actuator/prometheus");
        assertThat(targets.get(2).application()).isEqualTo("shop-2");
        assertThat(targets.get(3).address()).isEqualTo("jdbc:postgresql://db:5432/shop");
        assertThat(targets.get(3).user()).contains("shop");
    }

    @Test
    void noPasswordIsEverWritten() {
        Discovery discovery = of(Map.of("one/application.properties", SHOP.formatted(8081, 9081, "shop-1")));

        assertThat(TargetsText.of(discovery, Path.of(""), Map.of()))
                .doesNotContain("s3cret")
                .contains("secret_key: spring.datasource.password");
    }

    @Test
    void whatHidesIsNamedWithTheLineThatWouldShowIt() {
        Discovery discovery = of(Map.of("haproxy.cfg", HAPROXY.replaceFirst("(?m)^.*stats socket.*\n", "")));

        assertThat(discovery.found()).isEmpty();
        assertThat(discovery.missed()).singleElement().satisfies(missed -> assertThat(missed.text())
                .contains("stats socket"));
    }

    @Test
    void aTreeWithoutAnythingGivesNothing() {
        Discovery discovery = of(Map.of("README.md", "# nothing"));

        assertThat(discovery.found()).isEmpty();
        assertThat(written(discovery)).isEmpty();
    }
}
