package io.poolwright.config.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.poolwright.config.ConfigSyntaxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** nginx itself agrees on what is a whole file and what is not. It only tests the file and serves nothing. */
class NginxAcceptsIT {
    @TempDir
    Path prefix;

    @ParameterizedTest
    @ValueSource(strings = {"proxy.conf", "wordpress.conf", "tls.conf"})
    void nginxAcceptsWhatWeAccept(String name) throws IOException, InterruptedException {
        String text = Files.readString(Path.of("src/test/resources/nginx", name));

        assertThat(NginxFile.parse(name, text).directives()).isNotEmpty();
        assertThat(verdict(text)).contains("syntax is ok");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "events {",
                "events { } }",
                "events { worker_connections 10 }",
                "events { } http { server { listen 1\"; } }\"",
                "; events {}",
                "events { } {",
                "user \"www; events { }"
            })
    void nginxRefusesWhatWeRefuse(String text) throws IOException, InterruptedException {
        Optional<String> refusal = Optional.empty();
        try {
            NginxFile.parse("nginx.conf", text);
        } catch (ConfigSyntaxException e) {
            refusal = Optional.of(e.getMessage());
        }

        assertThat(refusal).isPresent();
        assertThat(verdict(text)).contains("[emerg]").doesNotContain("syntax is ok");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1m30s", "500ms", "30", "1h", "'1h 30m'", "1m30", "5sec", "5s5m", "1.5s", "-1", "s", "1d12h"})
    void nginxAcceptsTheTimesThatWeAccept(String time) throws IOException, InterruptedException {
        String said = verdict("events { } http { proxy_read_timeout %s; }".formatted(time));

        assertThat(said.contains("syntax is ok"))
                .as(said)
                .isEqualTo(NginxTime.parse(time.replace("'", "")).isPresent());
    }

    private String verdict(String text) throws IOException, InterruptedException {
        Path program = Stream.of("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(prefix);
        assumeTrue(Files.isRegularFile(program), "nginx is not installed");
        Files.createDirectories(prefix.resolve("logs"));
        Path file = Files.writeString(prefix.resolve("nginx.conf"), text);
        Process process = new ProcessBuilder(List.of(
                        program.toString(), "-t", "-p", prefix.toString(), "-c", file.toString(), "-e", "stderr"))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
