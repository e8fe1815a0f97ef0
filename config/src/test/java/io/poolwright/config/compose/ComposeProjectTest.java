package io.poolwright.config.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.config.container.FilePaths;
import io.poolwright.config.container.Written;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ComposeProjectTest {
    private static ComposeProject project(Map<String, String> files, String... names) {
        List<ComposeFile> parsed = new ArrayList<>();
        for (String name : names) {
            ComposeFile.parse(name, files.get(name)).ifPresent(parsed::add);
        }
        return ComposeProject.of(parsed, (beside, path) -> {
            String name = FilePaths.beside(beside, path);
            return Optional.ofNullable(files.get(name)).map(text -> new NearbyFiles.NearbyFile(name, text));
        });
    }

    private static ComposeProject project(String text) {
        return project(Map.of("docker-compose.yml", text), "docker-compose.yml");
    }

    @Test
    void bothSpellingsOfEverythingAreRead() {
        ComposeProject project = project("""
                services:
                  a:
                    image: postgres:16
                    command: postgres -c max_connections=200
                    environment:
                      - POSTGRES_USER=shop
                      - EMPTY=
                    ports: ["5433:5432", "127.0.0.1:8001-8003:8001-8003/tcp"]
                    expose: ["9000"]
                    volumes: ["./pg.conf:/etc/pg.conf:ro", "data:/var/lib"]
                  b:
                    image: postgres:16
                    command: ["postgres", "-c", "max_connections=300"]
                    environment:
                      POSTGRES_USER: shop
                    ports:
                      - {target: 5432, published: "5434"}
                    volumes:
                      - {type: bind, source: ./pg.conf, target: /etc/pg.conf}
                """);

        ComposeService a = project.services().get("a");
        ComposeService b = project.services().get("b");

        assertThat(a.command()).extracting(Written::text).containsExactly("postgres", "-c", "max_connections=200");
        assertThat(b.command()).extracting(Written::text).containsExactly("postgres", "-c", "max_connections=300");
        assertThat(a.environment().get("POSTGRES_USER").origin()).hasToString("docker-compose.yml:6");
        assertThat(a.environment().get("EMPTY").value()).contains("");
        assertThat(b.environment().get("POSTGRES_USER").origin()).hasToString("docker-compose.yml:15");
        assertThat(a.ports()).extracting(ComposePort::target).containsExactly(5432, 8001);
        assertThat(a.ports().get(0).published()).contains(5433);
        assertThat(b.ports().get(0).published()).contains(5434);
        assertThat(a.mounts().get(0))
                .isEqualTo(new ComposeMount(a.mounts().get(0).source(), "/etc/pg.conf", ComposeMount.Kind.PATH));
        assertThat(a.mounts().get(1).kind()).isEqualTo(ComposeMount.Kind.VOLUME);
        assertThat(b.mounts().get(0).source().text()).isEqualTo("./pg.conf");
        assertThat(a.origin()).hasToString("docker-compose.yml:2");
    }

    @Test
    void variablesComeFromTheEnvFileOrTheirDefault() {
        ComposeProject project = project(
                Map.of(
                        "docker-compose.yml",
                        """
                        services:
                          app:
                            image: shop:${TAG:-1.0}
                            environment:
                              POOL: ${POOL}
                              URL: jdbc:postgresql://${HOST:-db}:${PORT}/shop
                              DOLLAR: a$$b
                              NEEDED: ${NEEDED:?say it}
                              PASSED:
                              LOST:
                              DB_PASSWORD: ${PW:-hush}
                        """,
                        ".env",
                        "POOL=20 # a remark\nexport PASSED='yes # no'\nPORT=\"54${TAIL}\"\nTAIL=32\n"),
                "docker-compose.yml");

        ComposeService app = project.services().get("app");

        assertThat(app.image().orElseThrow().text()).isEqualTo("shop:1.0");
        assertThat(app.environment().get("POOL").value()).contains("20");
        assertThat(app.environment().get("URL").missing()).containsExactly("TAIL");
        assertThat(app.environment().get("DOLLAR").value()).contains("a$b");
        assertThat(app.environment().get("NEEDED").value()).isEmpty();
        assertThat(app.environment().get("PASSED").value()).contains("yes # no");
        assertThat(app.environment().get("LOST").value()).isEmpty();
        assertThat(app.environment().get("DB_PASSWORD").text()).isEqualTo("(redacted)");
    }

    @Test
    void anEnvFileIsOverruledByTheEnvironment() {
        ComposeProject project = project(
                Map.of(
                        "docker/compose.yml",
                        "services:\n  app:\n    image: a\n    env_file: [app.env, {path: none.env, required: false}]\n"
                                + "    environment: {B: 3}\n",
                        "docker/app.env",
                        "A=1\nB=2\n"),
                "docker/compose.yml");

        Map<String, Written> environment = project.services().get("app").environment();

        assertThat(environment.get("A").origin()).hasToString("docker/app.env:1");
        assertThat(environment.get("B").text()).isEqualTo("3");
        assertThat(project.notes()).isEmpty();
    }

    @Test
    void anOverrideIsLaidOverTheBase() {
        ComposeProject project = project(
                Map.of("docker-compose.yml", """
                        services:
                          app:
                            image: shop:1
                            command: ["a", "b"]
                            environment: [POOL=10, KEEP=1]
                            ports: ["80:8080"]
                            volumes: ["./old.cfg:/x.cfg"]
                        """, "docker-compose.prod.yml", """
                        services:
                          app:
                            command: ["c"]
                            environment:
                              POOL: "30"
                            ports: ["443:8443"]
                            volumes: ["./new.cfg:/x.cfg"]
                            deploy:
                              replicas: 4
                          extra:
                            image: redis:7
                        """),
                "docker-compose.yml",
                "docker-compose.prod.yml");

        ComposeService app = project.services().get("app");

        assertThat(app.command()).extracting(Written::text).containsExactly("c");
        assertThat(app.environment().get("POOL").origin()).hasToString("docker-compose.prod.yml:5");
        assertThat(app.environment().get("KEEP").text()).isEqualTo("1");
        assertThat(app.ports()).hasSize(2);
        assertThat(app.mounts()).extracting(mount -> mount.source().text()).containsExactly("./new.cfg");
        assertThat(app.replicas().orElseThrow().text()).isEqualTo("4");
        assertThat(project.services()).containsOnlyKeys("app", "extra");
    }

    @Test
    void extendsAreFollowedThroughFilesAndCirclesEnd() {
        ComposeProject project = project(
                Map.of(
                        "app.yml",
                        "services:\n  db:\n    extends: {file: ./pg.yml, service: postgresql}\n    ports: ['1:2']\n"
                                + "  round:\n    extends: round\n    image: x\n",
                        "pg.yml",
                        "services:\n  postgresql:\n    image: postgres:16\n    command: -c max_connections=50\n"),
                "app.yml");

        assertThat(project.services().get("db").image().orElseThrow().origin()).hasToString("pg.yml:3");
        assertThat(project.notes()).hasSize(1);
    }

    @Test
    void theFirstFormatHasItsServicesAtTheTop() {
        ComposeProject project = project("web:\n  image: nginx\n  links: ['app:backend']\napp:\n  build: .\n");

        assertThat(project.services()).containsOnlyKeys("web", "app");
        assertThat(project.services().get("web").links()).containsEntry("backend", "app");
    }

    @Test
    void aWorkflowIsNoComposeFile() {
        assertThat(ComposeFile.parse("ci.yml", "jobs:\n  a:\n    services:\n      db:\n        image: postgres\n"))
                .isEmpty();
        assertThat(ComposeFile.parse("a.yml", "services:\n  - postgres:16\nimage: x\n"))
                .isEmpty();
    }

    @Test
    void aServiceThatIsNoMappingIsRefusedWithItsLine() {
        assertThatThrownBy(() -> project("services:\n  app: shop:1\n  db: {image: x}\n"))
                .isInstanceOf(ConfigSyntaxException.class)
                .hasMessageStartingWith("docker-compose.yml:2: found service 'app' that is no mapping");
    }

    @Property(tries = 1000)
    void variablesNeverFail(@ForAll String text) {
        Map<String, Written> env = DotEnv.parse(".env", text);
        Variables.fill(text, new Origin("a", 1), env);
        Variables.fill("${" + text + "${A:-${" + text, new Origin("a", 1), env);
    }

    @Property(tries = 1500)
    void aDamagedFileIsReadOrRefused(@ForAll @IntRange(max = 400) int at, @ForAll char letter) {
        String whole = """
                version: "3"
                x-app: &app {image: "shop:${TAG:-1}", environment: {A: 1}, deploy: {replicas: 2}}
                services:
                  app1: {<<: *app, ports: ["80:80"], volumes: [./a:/b], ulimits: {nofile: 10}}
                  app2:
                    <<: *app
                    environment: [A=2, B]
                    depends_on: [db]
                    networks: {x: {aliases: [y]}}
                  db: {image: postgres, healthcheck: {test: pg_isready}, extends: app1}
                """;
        String text = whole.substring(0, at % whole.length())
                + letter
                + whole.substring(Math.min(whole.length(), at % whole.length() + 1));
        try {
            for (ComposeService service : project(Map.of("compose.yml", text), "compose.yml")
                    .services()
                    .values()) {
                service.mounts();
                service.ports();
                service.hostNames();
                service.links();
                service.labels();
                service.command();
                service.dependsOn();
            }
        } catch (ConfigSyntaxException e) {
            assertThat(e.origin().line()).isPositive();
        } catch (IndexOutOfBoundsException e) {
            assertThat(ComposeFile.parse("compose.yml", text)).isEmpty();
        }
    }
}
