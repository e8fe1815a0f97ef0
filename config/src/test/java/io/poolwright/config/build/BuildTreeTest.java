package io.poolwright.config.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.model.stack.Version;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuildTreeTest {
    private final BuildTree tree = new BuildTree();

    private String boot(String folder) {
        return tree.of(folder)
                .springBoot()
                .map(found -> found.version() + " @ " + found.origin())
                .orElse("not known");
    }

    @Test
    void theParentPomNamesTheVersion() {
        tree.add("shop/pom.xml", """
                <?xml version="1.0"?>
                <project>
                  <parent>
                    <groupId>org.springframework.boot</groupId>
                    <artifactId>spring-boot-starter-parent</artifactId>
                    <version>3.3.4</version>
                  </parent>
                  <dependencies>
                    <dependency>
                      <groupId>org.springframework.boot</groupId>
                      <artifactId>spring-boot-starter-data-jpa</artifactId>
                    </dependency>
                    <dependency>
                      <groupId>com.h2database</groupId>
                      <artifactId>h2</artifactId>
                      <scope>test</scope>
                      <exclusions><exclusion><groupId>a</groupId><artifactId>b</artifactId></exclusion></exclusions>
                    </dependency>
                  </dependencies>
                </project>
                """);

        assertThat(boot("shop")).isEqualTo("3.3.4 @ shop/pom.xml:6");
        assertThat(tree.of("shop").uses("org.springframework.boot", "spring-boot-starter-data-*"))
                .isTrue();
        assertThat(tree.of("shop").uses("com.h2database", "h2")).isFalse();
        assertThat(tree.isModule("shop")).isTrue();
        assertThat(tree.isModule("")).isFalse();
    }

    @Test
    void anImportedPlatformOfTheFolderAboveNamesTheVersionByAProperty() {
        tree.add("pom.xml", """
                <project>
                  <properties><spring-boot.version>2.7.18</spring-boot.version><hikaricp.version>5.1.0</hikaricp.version></properties>
                  <dependencyManagement><dependencies>
                    <dependency>
                      <groupId>org.springframework.boot</groupId><artifactId>spring-boot-dependencies</artifactId>
                      <version>${spring-boot.version}</version><type>pom</type><scope>import</scope>
                    </dependency>
                  </dependencies></dependencyManagement>
                </project>
                """);
        tree.add("api/pom.xml", "<project><artifactId>api</artifactId></project>");

        assertThat(boot("api")).isEqualTo("2.7.18 @ pom.xml:6");
        assertThat(tree.of("api").property("hikaricp.version").orElseThrow().version())
                .hasToString("5.1.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plugins {\n  id 'org.springframework.boot' version '3.2.1'\n}",
                "plugins {\n  id(\"org.springframework.boot\") version \"3.2.1\"\n}",
                "buildscript {\n  dependencies { classpath(\"org.springframework.boot:spring-boot-gradle-plugin:3.2.1\") }\n}",
                "ext {\n  implementation platform('org.springframework.boot:spring-boot-dependencies:3.2.1')\n}",
                "ext.bootVersion = '3.2.1'\nimplementation platform(\"org.springframework.boot:spring-boot-dependencies:${bootVersion}\")",
                "val bootVersion = \"3.2.1\"\nid(\"org.springframework.boot\") version bootVersion"
            })
    void gradleNamesTheVersion(String text) {
        tree.add("build.gradle.kts", text);

        assertThat(boot("service/orders")).startsWith("3.2.1 @ build.gradle.kts:2");
    }

    @Test
    void aPluginsVersionMayStandInGradleProperties() {
        tree.add("gradle.properties", "springBootVersion=3.4.0\n");
        tree.add("settings.gradle", "id 'org.springframework.boot' version \"${springBootVersion}\"");
        tree.add("app/build.gradle", "plugins { id 'org.springframework.boot' }");

        assertThat(boot("app")).isEqualTo("3.4.0 @ settings.gradle:1");
    }

    @Test
    void aCatalogueGivesShortNamesTheirMeaning() {
        tree.add("gradle/libs.versions.toml", """
                [versions]
                spring-boot = "3.5.1"
                okhttp = { strictly = "4.12.0" }
                [libraries]
                okhttp = { module = "com.squareup.okhttp3:okhttp", version.ref = "okhttp" }
                hikari = "com.zaxxer:HikariCP:6.2.1"
                jpa = { group = "org.springframework.boot", name = "spring-boot-starter-data-jpa" }
                [bundles]
                http = ["okhttp"]
                [plugins]
                spring-boot = { id = "org.springframework.boot", version.ref = "spring-boot" }
                """);
        tree.add("app/build.gradle.kts", """
                plugins { alias(libs.plugins.spring.boot) }
                dependencies {
                    implementation(libs.bundles.http)
                    implementation(libs.hikari)
                    runtimeOnly(libs.jpa)
                    testImplementation("com.h2database:h2:2.0")
                    // implementation("a:b:1")
                }
                """);

        ModuleBuild app = tree.of("app");
        assertThat(boot("app")).isEqualTo("3.5.1 @ gradle/libs.versions.toml:11");
        assertThat(app.version("com.squareup.okhttp3", "okhttp").orElseThrow().version())
                .hasToString("4.12.0");
        assertThat(app.version("com.zaxxer", "HikariCP").orElseThrow().origin()).hasToString("app/build.gradle.kts:4");
        assertThat(app.libraries())
                .extracting(library -> library.group() + ":" + library.name())
                .containsExactly(
                        "com.squareup.okhttp3:okhttp",
                        "com.zaxxer:HikariCP",
                        "org.springframework.boot:spring-boot-starter-data-jpa");
    }

    @Test
    void nothingIsKnownOfNothing() {
        assertThat(boot("x")).isEqualTo("not known");
        assertThat(tree.of("x").isKnown()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, ''",
        "2.0.9, 2.7.9",
        "2.1.0, 3.2.0",
        "2.4.13, 3.4.5",
        "2.7.18, 4.0.3",
        "3.0.0, 5.0.1",
        "3.2.12, 5.0.1",
        "3.3.0, 5.1.0",
        "3.4.13, 5.1.0",
        "3.5.0, 6.3.0",
        "4.0.0, 7.0.2",
        "5.0, ''"
    })
    void eachSpringBootBringsItsPool(String boot, String hikari) {
        assertThat(BundledPool.hikari(Version.in(boot).orElseThrow())
                        .map(Version::toString)
                        .orElse(""))
                .isEqualTo(hikari);
    }

    @ParameterizedTest
    @CsvSource({"3.10.0, 3 10 0", "2.7.18.RELEASE, 2 7 18", "5.0.0-M1, 5 0 0", "3.4.0RC1, 3 4 0"})
    void versionsAreNumbers(String version, String expected) {
        assertThat(VersionText.read(version))
                .map(read -> read.major() + " " + read.minor() + " " + read.patch())
                .contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"latest", "", "alpine", "[1.0,2.0)", "${v}", "+", "3.5.x", "3.+"})
    void otherTextsAreNoVersion(String text) {
        assertThat(VersionText.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<project>",
                "<!DOCTYPE project [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><project>&a;</project>",
                "no xml",
                ""
            })
    void brokenXmlIsRefused(String text) {
        assertThatThrownBy(() -> MavenPom.parse("pom.xml", text))
                .isInstanceOf(ConfigSyntaxException.class)
                .hasMessageStartingWith("pom.xml:1: found what XML does not allow");
    }

    @Test
    void deepXmlIsRefused() {
        assertThatThrownBy(() -> MavenPom.parse("pom.xml", "<a>".repeat(100_000)))
                .isInstanceOf(ConfigSyntaxException.class);
    }

    @Property(tries = 1500)
    void anyTextIsReadOrRefused(@ForAll("texts") String text) {
        for (String file : new String[] {"pom.xml", "build.gradle", "gradle/libs.versions.toml"}) {
            BuildTree any = new BuildTree();
            try {
                any.add(file, text);
                any.of("a").springBoot();
                any.of("a").libraries();
                any.of("a").version("a", "b");
            } catch (ConfigSyntaxException e) {
                assertThat(e.origin().file()).isEqualTo("pom.xml");
            }
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "<project>",
                        "</project>",
                        "<properties>",
                        "</properties>",
                        "<a>",
                        "</a>",
                        "<version>",
                        "</version>",
                        "<dependencies><dependency>",
                        "</dependency></dependencies>",
                        "${a}",
                        "$a",
                        "id 'a' version 'b'",
                        "\n",
                        "implementation 'a:b:${a}'",
                        "a = \"${a}\"",
                        "[versions]\n",
                        "[libraries]\n",
                        "[bundles]\n",
                        "a = [\"a\"]",
                        "libs.a",
                        "libs.bundles.a",
                        "{",
                        "}",
                        "\"",
                        "'",
                        ":",
                        "=",
                        "\0",
                        "é",
                        "&",
                        "<!--",
                        "-->")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }
}
