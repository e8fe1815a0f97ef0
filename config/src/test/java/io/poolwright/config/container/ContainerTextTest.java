package io.poolwright.config.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerTextTest {

    @Test
    void wordsAreSplitAsAShellDoes() {
        assertThat(ShellWords.split("postgres -c 'max_connections = 200' -c \"a=\\\"b\\\"\" x\\ y"))
                .containsExactly("postgres", "-c", "max_connections = 200", "-c", "a=\"b\"", "x y");
        assertThat(ShellWords.split("a '' b")).containsExactly("a", "", "b");
        assertThat(ShellWords.split("never 'closed")).containsExactly("never", "closed");
    }

    @ParameterizedTest
    @CsvSource({
        "postgres:16.3-alpine, postgres, 16.3-alpine, 16.3",
        "docker.io/library/redis:7, redis, 7, 7",
        "registry.example.com:5000/team/shop, registry.example.com:5000/team/shop, '', ''",
        "registry.example.com:5000/team/shop:v1.2.0, registry.example.com:5000/team/shop, v1.2.0, 1.2.0",
        "nginx:latest, nginx, latest, ''",
        "nginx:stable-alpine3.19, nginx, stable-alpine3.19, ''",
        "haproxy:2.9@sha256:abcdef, haproxy, 2.9, 2.9",
        "bitnami/postgresql:15.4.0-debian-11-r10, bitnami/postgresql, 15.4.0-debian-11-r10, 15.4.0"
    })
    void imagesAreTakenApart(String text, String repository, String tag, String version) {
        ImageName image = ImageName.parse(text);

        assertThat(image.repository()).isEqualTo(repository);
        assertThat(image.tag().orElse("")).isEqualTo(tag);
        assertThat(image.version().orElse("")).isEqualTo(version);
    }

    @Test
    void quantitiesHaveTheirOrchestratorsUnits() {
        assertThat(Quantities.cpus("500m")).hasValue(0.5);
        assertThat(Quantities.cpus("2")).hasValue(2);
        assertThat(Quantities.cpus("two")).isEmpty();
        assertThat(Quantities.kubernetesBytes("512Mi")).hasValue(512L << 20);
        assertThat(Quantities.kubernetesBytes("512M")).hasValue(512_000_000L);
        assertThat(Quantities.composeBytes("512M")).hasValue(512L << 20);
        assertThat(Quantities.composeBytes("1.5g")).hasValue(3L << 29);
        assertThat(Quantities.composeBytes("much")).isEmpty();
        assertThat(Quantities.duration("1m30s")).contains(Duration.ofSeconds(90));
        assertThat(Quantities.duration("30")).isEmpty();
        assertThat(Quantities.count("-1")).isEmpty();
    }

    @Test
    void pathsAreJoinedWithoutLeavingTheirRootUnnoticed() {
        assertThat(FilePaths.beside("deploy/compose.yml", "./haproxy/haproxy.cfg"))
                .isEqualTo("deploy/haproxy/haproxy.cfg");
        assertThat(FilePaths.beside("deploy/compose.yml", "../conf")).isEqualTo("conf");
        assertThat(FilePaths.beside("compose.yml", "../../x")).isEqualTo("../../x");
        assertThat(FilePaths.join("a", "/etc/x")).isEqualTo("/etc/x");
    }

    @Test
    void aDockerfileTellsWhatItsLastStageRuns() {
        Dockerfile file = Dockerfile.parse("Dockerfile", """
                # syntax=docker/dockerfile:1
                ARG JAVA=17
                FROM maven:3.9 AS build
                COPY . .
                RUN mvn package \\
                  # a remark
                  -DskipTests
                FROM eclipse-temurin:${JAVA}-jre AS base
                ENV JAVA_OPTS="-Xmx512m" POOL=20
                FROM base
                COPY --from=build /target/app.jar /app.jar
                COPY config/application-prod.yml /config/
                EXPOSE 8080/tcp 8081
                ENV DB_PASSWORD hush
                ENTRYPOINT ["java", "-Dspring.profiles.active=prod", "-jar", "/app.jar"]
                CMD --server.port=8080 --pool=$POOL
                """);

        DockerStage last = file.stage(Optional.empty()).orElseThrow();

        assertThat(file.lineage(last)).hasSize(2);
        assertThat(file.lineage(last).get(1).from().text()).isEqualTo("eclipse-temurin:17-jre");
        assertThat(file.lineage(last).get(1).environment().get("JAVA_OPTS").text())
                .isEqualTo("-Xmx512m");
        assertThat(last.environment().get("DB_PASSWORD").text()).isEqualTo("(redacted)");
        assertThat(last.copies()).extracting(DockerCopy::source).containsExactly("config/application-prod.yml");
        assertThat(last.copies().get(0).origin()).hasToString("Dockerfile:12");
        assertThat(last.ports()).containsExactly(8080, 8081);
        assertThat(last.entrypoint())
                .extracting(Written::text)
                .containsExactly("java", "-Dspring.profiles.active=prod", "-jar", "/app.jar");
        assertThat(last.command().get(0).text()).isEqualTo("--server.port=8080");
    }

    @Test
    void aHeredocIsNoInstruction() {
        Dockerfile file = Dockerfile.parse("Dockerfile", """
                FROM nginx:1.25
                COPY <<EOF /etc/nginx/conf.d/default.conf
                ENV NOT=this
                EOF
                EXPOSE 80
                """);

        DockerStage stage = file.stages().get(0);

        assertThat(stage.environment()).isEmpty();
        assertThat(stage.ports()).isEqualTo(List.of(80));
    }

    @Property(tries = 1000)
    void neverFails(@ForAll String text) {
        ShellWords.split(text);
        ImageName.parse(text).version();
        Quantities.duration(text);
        FilePaths.join(text, text);
        for (DockerStage stage :
                Dockerfile.parse("Dockerfile", "FROM " + text + "\n" + text).stages()) {
            stage.environment();
            stage.copies();
            stage.entrypoint();
        }
    }
}
