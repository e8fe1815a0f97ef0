package io.poolwright.config.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.config.assemble.Reading;
import io.poolwright.config.assemble.StackReader;
import io.poolwright.config.source.Tree;
import io.poolwright.model.stack.Address;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Stack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SpringAssemblerTest {
    private static final String POM = """
            <project>
              <parent>
                <groupId>org.springframework.boot</groupId>
                <artifactId>spring-boot-starter-parent</artifactId>
                <version>3.2.5</version>
              </parent>
              <dependencies>
                <dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-web</artifactId></dependency>
                <dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-data-jpa</artifactId></dependency>
              </dependencies>
            </project>
            """;

    private final Map<String, String> files = new LinkedHashMap<>();

    private Reading reading() {
        Reading reading = StackReader.read(Tree.of(files));
        assertThat(reading.unread())
                .filteredOn(one -> one.reason().contains("Poolwright's own"))
                .isEmpty();
        return reading;
    }

    private Stack only() {
        Reading reading = reading();
        assertThat(reading.stacks()).hasSize(1);
        return reading.stacks().get(0);
    }

    private static String pools(Stack stack) {
        return String.join(
                "; ",
                stack.all(Kind.POOL)
                        .map(pool -> "%s %s %s %s"
                                .formatted(
                                        pool.product(),
                                        pool.name(),
                                        pool.role(Role.POOL_MAX).isKnown()
                                                ? pool.role(Role.POOL_MAX).get()
                                                : "?",
                                        pool.calls().stream()
                                                .map(Address::toString)
                                                .toList()))
                        .toList());
    }

    @Test
    void eachServiceRunsAFamilyOfItsOwn() {
        files.put("orders/pom.xml", POM);
        files.put("orders/src/main/resources/application.yml", """
                server.port: 8081
                spring:
                  datasource:
                    url: jdbc:postgresql://${DB_HOST:localhost}:5432/orders
                    hikari:
                      maximum-pool-size: ${POOL:15}
                """);
        files.put("docker-compose.yml", """
                services:
                  db:
                    image: postgres:16
                  orders:
                    build: ./orders
                    environment:
                      DB_HOST: db
                      POOL: 40
                  reports:
                    build: ./orders
                    environment:
                      DB_HOST: db
                      JAVA_TOOL_OPTIONS: -Dserver.tomcat.threads.max=500
                """);

        Stack stack = only();

        assertThat(pools(stack)).isEqualTo("hikaricp dataSource 40 [db:5432]; hikaricp dataSource 15 [db:5432]");
        List<Part> servers = stack.all(Kind.APP_SERVER).toList();
        assertThat(servers).extracting(Part::product).containsOnly("tomcat");
        assertThat(servers.get(1).role(Role.WORKERS).source()).isEqualTo("docker-compose.yml:13");
        assertThat(stack.all(Kind.POOL).map(pool -> pool.version().orElseThrow().text()))
                .containsOnly("5.0.1");
    }

    @Test
    void aConfigMapStandsBesideTheJar() {
        files.put("pom.xml", POM);
        files.put("src/main/resources/application.yml", "spring.datasource.url: jdbc:postgresql://localhost/shop\n");
        files.put("k8s/shop.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: shop-config}
                data:
                  application.yml: |
                    spring:
                      datasource:
                        url: jdbc:postgresql://pg:5432/shop
                        hikari:
                          maximum-pool-size: 30
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: shop}
                spec:
                  template:
                    spec:
                      containers:
                        - name: shop
                          image: acme/shop:1
                          volumeMounts:
                            - {name: config, mountPath: /app/config}
                      volumes:
                        - name: config
                          configMap: {name: shop-config}
                """);

        Stack stack = only();

        assertThat(pools(stack)).isEqualTo("hikaricp dataSource 30 [pg:5432]");
        assertThat(stack.all(Kind.POOL)
                        .findFirst()
                        .orElseThrow()
                        .role(Role.POOL_MAX)
                        .source())
                .isEqualTo("k8s/shop.yaml:10");
    }

    @Test
    void ofAnImageAloneOnlyWhatIsWrittenIsKnown() {
        files.put("docker-compose.yml", """
                services:
                  api:
                    image: acme/api:1.2
                    environment:
                      SPRING_DATASOURCE_URL: jdbc:postgresql://db:5432/api
                      SPRING_DATASOURCE_HIKARI_MAX_LIFETIME: "600000"
                """);

        Part pool = only().all(Kind.POOL).findFirst().orElseThrow();

        assertThat(pool.role(Role.MAX_LIFETIME).get()).hasMinutes(10);
        assertThat(pool.role(Role.POOL_MAX).isKnown()).isFalse();
        assertThat(pool.id()).isEqualTo("docker-compose.yml/service/api/application/pool/dataSource");
    }

    @Test
    void databaseProfilesAreStacksOfTheirOwn() {
        files.put("pom.xml", POM);
        files.put("src/main/resources/application.properties", "spring.application.name=shop\n");
        files.put("src/main/resources/application-mysql.properties", "spring.datasource.url=jdbc:mysql://m/shop\n");
        files.put(
                "src/main/resources/application-postgres.properties",
                "spring.datasource.url=jdbc:postgresql://p/shop\n");

        assertThat(reading().stacks())
                .extracting(stack -> stack.environment() + ": " + pools(stack))
                .containsExactly("mysql: hikaricp dataSource 10 [m:3306]", "postgres: hikaricp dataSource 10 [p:5432]");
    }

    @Test
    void prefixesThatCodeBindsArePoolsToo() {
        files.put("src/main/resources/application.yml", """
                spring.application.name: shop
                app:
                  datasource:
                    main:
                      jdbc-url: jdbc:postgresql://a/x
                      maximum-pool-size: 12
                    reports:
                      url: jdbc:postgresql://b/y
                      hikari:
                        maximumPoolSize: 7
                """);
        files.put("src/main/java/shop/Sources.java", """
                class Sources {
                    @ConfigurationProperties("app.datasource.reports")
                    DataSourceProperties reports() { return new DataSourceProperties(); }

                    @ConfigurationProperties("app.datasource.reports.hikari")
                    HikariDataSource pool(DataSourceProperties reports) { return null; }
                }
                """);

        assertThat(pools(only()))
                .isEqualTo("hikaricp app.datasource.reports 7 [b:5432]; hikaricp app.datasource.main 12 [a:5432]");
    }

    @Test
    void theDynamicStarterHasSettingsForAllAndForEach() {
        files.put("src/main/resources/application.yml", """
                spring:
                  datasource:
                    dynamic:
                      hikari:
                        maximum-pool-size: 20
                      datasource:
                        master:
                          url: jdbc:mysql://a/m
                        slave:
                          url: jdbc:mysql://b/m
                          hikari:
                            maximum-pool-size: 5
                """);

        assertThat(pools(only())).isEqualTo("hikaricp master 20 [a:3306]; hikaricp slave 5 [b:3306]");
    }

    @Test
    void quarkusAndMicronautAreTold() {
        files.put("q/src/main/resources/application.properties", """
                quarkus.datasource.jdbc.url=jdbc:postgresql://localhost/dev
                %prod.quarkus.datasource.jdbc.url=jdbc:postgresql://db:5432/shop
                quarkus.datasource.jdbc.max-size=16
                """);
        files.put("m/src/main/resources/application.yml", """
                micronaut.server.port: 8085
                datasources:
                  default:
                    url: jdbc:mysql://db/shop
                    maximum-pool-size: 25
                """);

        assertThat(pools(only())).isEqualTo("quarkus-agroal default 16 [db:5432]; hikaricp default 25 [db:3306]");
    }

    @Test
    void aDatabaseInsideTheProgramIsNoPool() {
        files.put("pom.xml", POM);
        files.put("src/main/resources/application.yml", "spring.datasource.url: jdbc:h2:mem:shop\n");

        assertThat(pools(only())).isEmpty();
    }

    @Test
    void otherProductsWithAnApplicationFileAreLeftAlone() {
        files.put("config/application.yml", "defaults:\n  AWS_KEY: x\n");
        files.put("app/application.yml", "name: x\n");

        assertThat(only().parts()).isEmpty();
    }

    @Test
    void aFileThatIsNoYamlIsReportedAndTheRestIsRead() {
        files.put("a/src/main/resources/application.yml", "spring: [\n");
        files.put("b/src/main/resources/application.yml", "spring.datasource.url: jdbc:mysql://m/x\n");

        Reading reading = reading();

        assertThat(reading.unread())
                .anyMatch(one -> one.path().equals("a/src/main/resources/application.yml") && one.fault());
        assertThat(pools(reading.stacks().get(0))).isEqualTo("hikaricp dataSource 10 [m:3306]");
    }

    @Property(tries = 300)
    void noTreeMakesItStumble(@ForAll("lines") List<String> lines, @ForAll boolean yaml) {
        files.clear();
        String text = String.join("\n", lines);
        files.put("src/main/resources/application" + (yaml ? ".yml" : ".properties"), text);
        files.put("pom.xml", POM);

        reading();
    }

    @Provide
    Arbitrary<List<String>> lines() {
        return Arbitraries.of(
                        "spring.datasource.url: jdbc:postgresql://db:5432/x?socketTimeout=${A}",
                        "spring.datasource.url=jdbc:mysql://",
                        "spring.datasource.hikari.maximum-pool-size: x",
                        "spring.datasource.hikari.max-lifetime: -1",
                        "spring.datasource.hikari.: 1",
                        "spring.datasource.dynamic.datasource.a.url: jdbc:mysql://a/b",
                        "spring.datasource.dynamic.datasource..url: jdbc:mysql://a/b",
                        "spring.r2dbc.url: r2dbc:pool:postgresql://h/d",
                        "spring.r2dbc.pool.max-size: ${B:}",
                        "a.datasource.jdbc-url: jdbc:postgresql://h",
                        "datasource.jdbc-url: jdbc:mysql:loadbalance://a,b/c",
                        "server.port: -1",
                        "server.port: ${random.int}",
                        "server.tomcat.threads.max: 99999999999999999999",
                        "server.tomcat.keep-alive-timeout: 999999999999999999d",
                        "spring.redis.lettuce.pool.max-wait: -1ms",
                        "spring.redis.port: 99999999999",
                        "quarkus.datasource.\"a\".jdbc.url=jdbc:postgresql://h/d",
                        "datasources.default.url: jdbc:mysql://h/d",
                        "spring.profiles.active: prod",
                        "spring.config.activate.on-profile: prod & (",
                        "spring.config.import: optional:application.yml",
                        "---",
                        "#---",
                        "b.url: http://[::1",
                        "c.url: http://h:99999999999/",
                        "spring: {}",
                        "- a",
                        "\t")
                .list()
                .ofMaxSize(12);
    }
}
