package io.poolwright.config.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** HAProxy itself, asked with {@code -c} about the files that we read. */
class HaproxyOracleIT {
    private static final Path FIXTURES = Path.of("src/test/resources/io/poolwright/config/haproxy/oracle");
    private static final Pattern MISSING = Pattern.compile("missing timeouts for (?:proxy|frontend|backend) '([^']+)'");

    /** What HAProxy said, and whether it would start. */
    private record Answer(int status, String said) {}

    @BeforeAll
    static void haproxyIsInstalled() throws Exception {
        assumeTrue(isThere(), "haproxy is not installed: nothing to compare with");
    }

    static Stream<Path> accepted() throws IOException {
        return Files.list(FIXTURES.resolve("accepted")).sorted();
    }

    static Stream<Path> refused() throws IOException {
        return Files.list(FIXTURES.resolve("refused")).sorted();
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void haproxyAndWeMissTheSameTimeouts(Path file) throws Exception {
        Answer answer = ask(file);
        Set<String> warned = new TreeSet<>();
        Matcher missing = MISSING.matcher(answer.said());
        while (missing.find()) {
            warned.add(missing.group(1));
        }

        HaproxyTree tree = HaproxyTree.of(HaproxyFile.parse(file.toString(), Files.readString(file)));
        Set<String> ours = new TreeSet<>();
        tree.proxies().stream().filter(HaproxyOracleIT::misses).forEach(proxy -> ours.add(proxy.name()));

        assertThat(answer.status()).as(answer.said()).isZero();
        assertThat(ours).isEqualTo(warned);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatHaproxyRefusesIsNoValueForUs(Path file) throws Exception {
        List<HaproxySection> sections = HaproxyFile.parse(file.toString(), Files.readString(file));
        List<HaproxySection> withProxy = Stream.concat(
                        sections.stream(), HaproxyFile.parse("proxy", "backend shop").stream())
                .toList();
        HaproxyProxy shop = HaproxyTree.of(withProxy).proxies().get(0);

        boolean certain = shop.timeout("server").written().isPresent()
                && !shop.timeout("client").isUndecided();

        assertThat(ask(file).status()).isNotZero();
        assertThat(certain).isFalse();
    }

    private static boolean misses(HaproxyProxy proxy) {
        boolean client = proxy.isFrontend() && unlimited(proxy.timeout("client"));
        boolean server = proxy.isBackend()
                && !proxy.servers().isEmpty()
                && (unlimited(proxy.timeout("connect"))
                        || (unlimited(proxy.timeout("server"))
                                && (proxy.mode().written().equals(Optional.of("http"))
                                        || unlimited(proxy.timeout("tunnel")))));
        return client || server;
    }

    private static boolean unlimited(HaproxyValue<Duration> time) {
        assertThat(time.isUndecided()).as(time.toString()).isFalse();
        return time.written().orElse(Duration.ZERO).isZero();
    }

    private static boolean isThere() throws InterruptedException {
        try {
            return new ProcessBuilder("haproxy", "-v")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false; // the caller skips the tests and says so
        }
    }

    private static Answer ask(Path file) throws Exception {
        Process haproxy = new ProcessBuilder("haproxy", "-c", "-f", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(haproxy.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(haproxy.waitFor(), said);
    }
}
