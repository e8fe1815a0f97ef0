package io.poolwright.config.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpringEnvironmentTest {
    private static final String SIZE = "spring.datasource.hikari.maximum-pool-size";
    private static final String RESOURCES = "shop/src/main/resources/";

    private final Map<String, String> files = new LinkedHashMap<>();
    private final List<SpringProperty> variables = new ArrayList<>();
    private final List<SpringProperty> words = new ArrayList<>();

    private SpringModule module() {
        List<SpringFile> read = new ArrayList<>();
        files.forEach((path, text) -> SpringFileName.of(path)
                .ifPresent(name -> read.add(new SpringFile(name, SpringConfigFile.parse(path, text)))));
        return SpringModule.of(
                read, path -> Optional.ofNullable(files.get(path)).map(text -> SpringConfigFile.parse(path, text)));
    }

    private Launch launch() {
        return new Launch(variables, words, true);
    }

    private SpringEnvironment with(String... profiles) {
        return module().environment(List.of(profiles), launch());
    }

    private void variable(String name, String value, int line) {
        variables.add(SpringProperty.of(name, value, new Origin("compose.yml", line)));
    }

    private void word(String text) {
        words.add(SpringProperty.of("", text, new Origin("compose.yml", 99)));
    }

    private static String said(Optional<SpringValue> value) {
        return value.map(v -> v.text().orElse("?" + v.missing()) + " @ " + v.origin())
                .orElse("not set");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.datasource.hikari.maximum-pool-size=7",
                "spring.datasource.hikari.maximumPoolSize=7",
                "spring.datasource.hikari.maximum_pool_size=7",
                "spring.data-source.hikari.MAXIMUM-POOL-SIZE=7",
                "spring.datasource.hikari[maximum-pool-size]=7"
            })
    void relaxedNamesOfFilesAreOneName(String line) {
        files.put(RESOURCES + "application.properties", "# pool\n" + line);

        assertThat(said(with().get(SIZE))).isEqualTo("7 @ shop/src/main/resources/application.properties:2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE",
                "SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE",
                "spring.datasource.hikari.maximum-pool-size",
                "spring_datasource_hikari_maximum_pool_size"
            })
    void relaxedNamesOfVariablesAreOneName(String name) {
        files.put(RESOURCES + "application.yml", "spring.datasource.hikari:\n  maximum-pool-size: 7\n");
        variable(name, "9", 12);

        assertThat(said(with().get(SIZE))).isEqualTo("9 @ compose.yml:12");
    }

    @Test
    void aVariableWithOtherWordBoundariesIsAnotherName() {
        variable("SPRING_DATA_SOURCE_HIKARI_MAXIMUM_POOL_SIZE", "9", 12);

        assertThat(with().get(SIZE)).isEmpty();
    }

    @Test
    void theStrongerSourceWins() {
        List<String> seen = new ArrayList<>();
        seen.add(said(with("prod").get(SIZE)));
        files.put(RESOURCES + "bootstrap.yml", "spring.datasource.hikari.maximum-pool-size: 0");
        seen.add(said(with("prod").get(SIZE)));
        files.put(RESOURCES + "application.yaml", "spring.datasource.hikari.maximum-pool-size: 1");
        seen.add(said(with("prod").get(SIZE)));
        files.put(RESOURCES + "application.yml", "spring.datasource.hikari.maximum-pool-size: 2");
        seen.add(said(with("prod").get(SIZE)));
        files.put(RESOURCES + "application.properties", SIZE + "=3");
        seen.add(said(with("prod").get(SIZE)));
        files.put(RESOURCES + "config/application.yml", "spring.datasource.hikari.maximum-pool-size: 4");
        seen.add(said(with("prod").get(SIZE)));
        files.put(RESOURCES + "application-prod.yml", "spring.datasource.hikari.maximum-pool-size: 5");
        seen.add(said(with("prod").get(SIZE)));
        files.put("shop/config/application.yml", "spring.datasource.hikari.maximum-pool-size: 6");
        seen.add(said(with("prod").get(SIZE)));
        files.put("shop/application-prod.yml", "spring.datasource.hikari.maximum-pool-size: 7");
        seen.add(said(with("prod").get(SIZE)));
        variable("SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE", "8", 8);
        seen.add(said(with("prod").get(SIZE)));
        variable("JAVA_TOOL_OPTIONS", "-Xmx256m -D" + SIZE + "=9", 9);
        seen.add(said(with("prod").get(SIZE)));
        variable("SPRING_APPLICATION_JSON", "{\"spring\":{\"datasource\":{\"hikari\":{\"maximumPoolSize\":10}}}}", 10);
        seen.add(said(with("prod").get(SIZE)));
        word("--" + SIZE + "=11");
        seen.add(said(with("prod").get(SIZE)));

        assertThat(seen)
                .containsExactly(
                        "not set",
                        "0 @ shop/src/main/resources/bootstrap.yml:1",
                        "1 @ shop/src/main/resources/application.yaml:1",
                        "2 @ shop/src/main/resources/application.yml:1",
                        "3 @ shop/src/main/resources/application.properties:1",
                        "4 @ shop/src/main/resources/config/application.yml:1",
                        "5 @ shop/src/main/resources/application-prod.yml:1",
                        "6 @ shop/config/application.yml:1",
                        "7 @ shop/application-prod.yml:1",
                        "8 @ compose.yml:8",
                        "9 @ compose.yml:9",
                        "10 @ compose.yml:10",
                        "11 @ compose.yml:99");
    }

    @Test
    void placeholdersAreFollowedToTheLineThatDecides() {
        files.put(RESOURCES + "application.yml", """
                pool:
                  size: 12
                spring:
                  datasource:
                    url: jdbc:postgresql://${DB_HOST:localhost}:${DB_PORT:5432}/shop
                    hikari:
                      maximum-pool-size: ${POOL_SIZE:${pool.size}}
                      minimum-idle: ${IDLE:3}
                      max-lifetime: ${LIFETIME}
                """);

        assertThat(said(with().get(SIZE))).isEqualTo("12 @ shop/src/main/resources/application.yml:2");
        assertThat(said(with().get("spring.datasource.hikari.minimum-idle")))
                .isEqualTo("3 @ shop/src/main/resources/application.yml:8");
        assertThat(said(with().get("spring.datasource.hikari.max-lifetime")))
                .isEqualTo("?[LIFETIME] @ shop/src/main/resources/application.yml:9");
        variable("POOL_SIZE", "40", 5);
        variable("DB_HOST", "db", 6);
        assertThat(said(with().get(SIZE))).isEqualTo("40 @ compose.yml:5");
        assertThat(said(with().get("spring.datasource.url")))
                .isEqualTo("jdbc:postgresql://db:5432/shop @ shop/src/main/resources/application.yml:5");
    }

    @ParameterizedTest
    @CsvSource({
        "'a: ${a}', '?[a]'",
        "'a: ${b}\nb: ${a}', '?[b]'",
        "'a: ${b:${a:1}}', '?[a]'",
        "'a: @pool.size@', '?[@pool.size@]'",
        "'a: \"#spring.profiles.active#\"', '?[#spring.profiles.active#]'",
        "'a: ${b', '${b'",
        "'a: x${b:}y', xy",
        "'a: ${b:c:d}', 'c:d'"
    })
    void oddPlaceholdersComeToAnEnd(String yaml, String expected) {
        files.put(RESOURCES + "application.yml", yaml);

        assertThat(said(with().get("a"))).startsWith(expected + " @");
    }

    @Test
    void aPlaceholderBombIsNotFollowed() {
        StringBuilder yaml = new StringBuilder("a0: x\n");
        for (int i = 1; i < 60; i++) {
            yaml.append("a%d: ${a%d}${a%d}%n".formatted(i, i - 1, i - 1));
        }
        files.put(RESOURCES + "application.yml", yaml.toString());

        assertThat(with().get("a59").orElseThrow().text()).isEmpty();
    }

    @Test
    void documentsCountForTheirProfile() {
        files.put(RESOURCES + "application.yml", """
                server.port: 1
                ---
                spring.config.activate.on-profile: "prod & !eu"
                server.port: 2
                ---
                spring:
                  profiles: eu, us
                server.port: 3
                ---
                spring.config.activate.on-cloud-platform: kubernetes
                server.port: 4
                """);
        files.put(RESOURCES + "application.properties", """
                a=1
                #---
                spring.config.activate.on-profile=prod
                a=2
                """);

        assertThat(with().get("server.port").orElseThrow().text()).contains("1");
        assertThat(with("prod").get("server.port").orElseThrow().text()).contains("2");
        assertThat(with("prod", "eu").get("server.port").orElseThrow().text()).contains("3");
        assertThat(with().get("a").orElseThrow().text()).contains("1");
        assertThat(said(with("prod").get("a"))).isEqualTo("2 @ shop/src/main/resources/application.properties:4");
    }

    @Test
    void importsAreStrongerThanTheirImporterAndServersAreNoted() {
        files.put(RESOURCES + "application.yml", """
                spring.config.import:
                  - optional:classpath:db.yml
                  - "optional:configserver:"
                a: 1
                """);
        files.put(RESOURCES + "db.yml", "a: 2\nspring.config.import: db.yml\n");
        files.put(RESOURCES + "db-prod.yml", "a: 3\n");

        assertThat(said(with().get("a"))).isEqualTo("2 @ shop/src/main/resources/db.yml:1");
        assertThat(said(with("prod").get("a"))).isEqualTo("3 @ shop/src/main/resources/db-prod.yml:1");
        assertThat(with().mayHide()).isTrue();
    }

    @Test
    void listsAreReadInEveryForm() {
        files.put(RESOURCES + "application.yml", "a: x, ${c:y}\nb:\n  - 1\n  - 2\n");
        variable("D_0", "p", 1);
        variable("D_1", "q", 2);

        assertThat(with().list("a")).containsExactly("x", "y");
        assertThat(with().list("b")).containsExactly("1", "2");
        assertThat(with().list("d")).containsExactly("p", "q");
    }

    @Test
    void whatLiesUnderAPrefixKeepsItsSpelling() {
        files.put(RESOURCES + "application.yml", """
                spring:
                  datasource:
                    hikari:
                      maximumPoolSize: 4
                      data-source-properties:
                        socketTimeout: 30
                """);
        variable("SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE", "5", 1);
        variable("SPRING_DATASOURCE_HIKARI_MAX_LIFETIME", "600000", 2);

        assertThat(with().under("spring.datasource.hikari"))
                .extracting(v -> v.name() + "=" + v.text().orElse("?"))
                .containsExactly(
                        "maximum-pool-size=5", "max-lifetime=600000", "data-source-properties.socketTimeout=30");
    }

    @ParameterizedTest
    @CsvSource({
        // what the plain file activates, SPRING_PROFILES_ACTIVE of the start, what is judged
        "'', '', 'prod'",
        "'dev', '', 'prod'",
        "'dev', 'dev', 'dev'",
        "'', 'prod,eu', 'prod,eu'",
        "'staging', '', 'staging'",
        "'${SPRING_PROFILES_ACTIVE:dev}', '', 'prod'",
        "'@profile@', '', 'prod'"
    })
    void theJudgedProfileIsTheActiveOneOrTheProductionLikeOne(String inFile, String atStart, String expected) {
        files.put(RESOURCES + "application.yml", inFile.isEmpty() ? "a: 1" : "spring.profiles.active: " + inFile);
        files.put(RESOURCES + "application-dev.yml", "server.port: 1");
        files.put(RESOURCES + "application-prod.yml", "server.port: 2");
        files.put(RESOURCES + "application-tls.yml", "server.ssl.enabled: true");
        if (!atStart.isEmpty()) {
            variable("SPRING_PROFILES_ACTIVE", atStart, 1);
        }

        assertThat(module().variants(launch())).containsExactly(List.of(expected.split(",")));
    }

    @Test
    void withoutAProductionLikeProfileThePlainFilesAreJudged() {
        files.put(RESOURCES + "application.yml", "a: 1");
        files.put(RESOURCES + "application-test.yml", "server.port: 1");

        assertThat(module().variants(launch())).containsExactly(List.of());
        files.put(RESOURCES + "application.yml", "spring.profiles.active: dev\nspring.profiles.group.dev: db, h2");
        assertThat(module().variants(launch())).containsExactly(List.of("dev", "db", "h2"));
    }

    @Test
    void everyDatabaseProfileIsAVariant() {
        files.put(RESOURCES + "application.properties", "a=1");
        files.put(RESOURCES + "application-mysql.properties", "spring.datasource.url=jdbc:mysql://db/shop");
        files.put(RESOURCES + "application-postgres.properties", "spring.datasource.url=jdbc:postgresql://db/shop");
        files.put(RESOURCES + "application-h2.properties", "spring.datasource.url=jdbc:h2:mem:x");
        files.put(RESOURCES + "application-colours.properties", "theme=dark");

        assertThat(module().variants(launch())).containsExactly(List.of("mysql"), List.of("postgres"));
    }

    @Test
    void tokensOfTheBuildDoNotBreakTheFile() {
        files.put(RESOURCES + "application.yml", "info:\n  version: @project.version@\nserver:\n  port: 8080\n");

        assertThat(said(with().get("server.port"))).isEqualTo("8080 @ shop/src/main/resources/application.yml:4");
    }

    @Test
    void yamlNumbersAreThoseOfYamlOne() {
        files.put(RESOURCES + "application.yml", "a: 1_000\nb: 010\nc: \"010\"\nd:\n");

        assertThat(with().get("a").orElseThrow().integer()).contains(1000);
        assertThat(with().get("b").orElseThrow().integer()).contains(8);
        assertThat(with().get("c").orElseThrow().integer()).contains(10);
        assertThat(with().get("d").orElseThrow().isBlank()).isTrue();
    }

    @Test
    void aValueOfTheStartThatIsNotKnownIsUnknownAndNotTheFilesValue() {
        files.put(RESOURCES + "application.yml", SIZE + ": ${POOL:5}");
        variables.add(new SpringProperty("POOL", Optional.empty(), new Origin("compose.yml", 3)));

        assertThat(with().get(SIZE).orElseThrow().text()).isEmpty();
    }

    @Test
    void secretsDoNotComeBackThroughPlaceholders() {
        files.put(RESOURCES + "application.yml", "spring.datasource.url: jdbc:mysql://u:${W}@h/d?password=${W}");
        variable("W", "sesame", 3);

        assertThat(with().get("spring.datasource.url").orElseThrow().text().orElseThrow())
                .doesNotContain("sesame");
    }

    @Property(tries = 1500)
    void anyTextIsReadOrRefused(@ForAll("texts") String text, @ForAll boolean yaml) {
        String path = RESOURCES + (yaml ? "application.yml" : "application.properties");
        try {
            List<SpringDocument> documents = SpringConfigFile.parse(path, text);
            SpringModule module = SpringModule.of(
                    List.of(new SpringFile(SpringFileName.of(path).orElseThrow(), documents)),
                    other -> Optional.of(documents));
            for (List<String> profiles : module.variants(Launch.unknown())) {
                SpringEnvironment environment = module.environment(profiles, Launch.unknown());
                environment.stated().forEach(environment::value);
                environment.under("a");
            }
        } catch (ConfigSyntaxException e) {
            assertThat(e.origin().file()).isEqualTo(path);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a",
                        "spring.profiles.active",
                        "spring.profiles",
                        "spring.config.import",
                        ": ",
                        "=",
                        "\n",
                        "  ",
                        "- ",
                        "${",
                        "}",
                        ":",
                        "---\n",
                        "#---\n",
                        "[0]",
                        "[",
                        "]",
                        ".",
                        "-",
                        "_",
                        "@x@",
                        "&a ",
                        "*a",
                        "classpath:a.yml",
                        "!",
                        "(",
                        ")",
                        "|",
                        "é",
                        "\0",
                        "\t",
                        "{",
                        "\"",
                        ",",
                        "\\u")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }
}
