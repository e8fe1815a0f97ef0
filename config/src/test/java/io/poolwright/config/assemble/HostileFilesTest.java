package io.poolwright.config.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.config.source.Tree;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Files that are made to take long, or to break a reader of the orchestrators. */
class HostileFilesTest {
    private static final Duration LONG = Duration.ofSeconds(60); // a hang, not a slow machine

    private static Reading read(Map<String, String> files) {
        return Assertions.assertTimeoutPreemptively(LONG, () -> StackReader.read(Tree.of(files)));
    }

    private static void survives(String name, String text) {
        Reading reading = read(Map.of(name, text));

        assertThat(reading.unread())
                .filteredOn(unread -> unread.reason().contains("Poolwright's own"))
                .isEmpty();
    }

    @Test
    void longRunsOfOneLetterDoNotHang() {
        for (String piece :
                new String[] {"\n", " ", "{{ if ", "{{", "${", "apiVersion: kind:\n ", "services:\n image:", "[", "- "
                }) {
            String text = piece.repeat(200_000 / piece.length());
            survives("docker-compose.yml", text);
            survives("deploy.yaml", "apiVersion: v1\nkind: Pod\n" + text);
            survives("deploy.yaml", "apiVersion: v1\nkind: Pod\na: |\n  " + text.replace("\n", " "));
        }
    }

    @Test
    void circlesAndChainsEnd() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("docker-compose.yml", "include: [a.yml]\nservices:\n  x: {extends: {file: a.yml, service: x}}\n");
        files.put(
                "a.yml",
                "include: [docker-compose.yml]\nservices:\n  x: {extends: {file: docker-compose.yml, service: x}}\n");
        files.put(".env", "A=$B$B$B$B\nB=$C$C$C$C\nC=$A$A$A$A\n");

        assertThat(read(files).stacks()).isNotEmpty();
    }

    @Test
    void anEnvFileThatGrowsWithoutEndIsCut() {
        StringBuilder env = new StringBuilder("A0=xxxxxxxxxx\n");
        for (int i = 1; i < 40; i++) {
            env.append("A%d=$A%d$A%d$A%d\n".formatted(i, i - 1, i - 1, i - 1));
        }
        Map<String, String> files = new LinkedHashMap<>();
        files.put("docker-compose.yml", "services:\n  x: {image: a, environment: {POOL: '${A39}'}}\n");
        files.put(".env", env.toString());

        assertThat(read(files).stacks()).isNotEmpty();
    }

    @Test
    void whatEveryReaderExpectsToBeSomethingElseIsSurvived() {
        for (String odd : new String[] {"[]", "{}", "x", "~", "[[1]]", "{a: {b: [c]}}", "- 1"}) {
            for (String key : new String[] {
                "image", "build", "command", "entrypoint", "environment", "env_file", "ports", "expose", "volumes",
                        "configs",
                "depends_on", "links", "networks", "deploy", "ulimits", "extends", "labels", "healthcheck", "sysctls",
                        "profiles"
            }) {
                survives(
                        "docker-compose.yml",
                        "services:\n  db: {image: postgres}\n  app: {%s: %s}\n".formatted(key, odd));
            }
            for (String key : new String[] {"metadata", "spec", "data"}) {
                for (String kind :
                        new String[] {"Deployment", "Service", "Ingress", "ConfigMap", "HorizontalPodAutoscaler", "Pod"
                        }) {
                    survives(
                            "k8s.yaml",
                            "{apiVersion: v1, kind: %s, metadata: {name: a}, %s: %s}".formatted(kind, key, odd));
                }
            }
        }
    }
}
