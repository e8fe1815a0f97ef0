package io.poolwright.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.poolwright.config.ConfigSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class YamlTextTest {
    private static YamlNode only(String text) {
        return YamlText.parse("a.yml", text).get(0);
    }

    @Test
    void everyValueKnowsItsLine() {
        YamlNode node = only("spring:\n  datasource:\n    hikari:\n      maximum-pool-size: 20\n");

        YamlScalar size = node.scalar("spring", "datasource", "hikari", "maximum-pool-size")
                .orElseThrow();

        assertThat(size.text()).isEqualTo("20");
        assertThat(size.origin()).hasToString("a.yml:4");
    }

    @Test
    void valuesStayText() {
        YamlNode node = only("a: 010\nb: yes\nc: \"null\"\nd: ~\n");

        assertThat(node.text("a")).contains("010");
        assertThat(node.text("b")).contains("yes");
        assertThat(node.text("c")).contains("null");
        assertThat(node.text("d")).isEmpty();
    }

    @Test
    void mergedKeysKeepTheLineOfTheAnchorAndWrittenKeysReplaceThemWhole() {
        YamlNode node = only("""
                x-base: &base
                  image: app:1
                  environment:
                    POOL: 5
                a:
                  <<: *base
                b:
                  <<: *base
                  environment:
                    OTHER: 1
                """);

        assertThat(node.text("a", "environment", "POOL")).contains("5");
        assertThat(node.scalar("a", "image").orElseThrow().origin()).hasToString("a.yml:2");
        assertThat(node.text("b", "environment", "POOL")).isEmpty();
        assertThat(node.text("b", "image")).contains("app:1");
    }

    @Test
    void severalMergesCountFromTheFirst() {
        YamlNode node = only("x: &x {a: 1}\ny: &y {a: 2, b: 2}\nz:\n  <<: [*x, *y]\n");

        assertThat(node.text("z", "a")).contains("1");
        assertThat(node.text("z", "b")).contains("2");
    }

    @Test
    void aRepeatedKeyCountsLastAndIsReported() {
        YamlMap map = (YamlMap) only("a: 1\na: 2\n");

        assertThat(map.text("a")).contains("2");
        assertThat(map.repeated()).extracting(key -> key.origin().line()).containsExactly(2);
    }

    @Test
    void documentsAreSeparateAndEmptyOnesLeftOut() {
        assertThat(YamlText.parse("a.yml", "---\na: 1\n---\n---\nb: 2\n"))
                .extracting(node -> node.origin().line())
                .containsExactly(2, 5);
    }

    @Test
    void linesCountFromTheOuterFile() {
        YamlNode node = YamlText.parse("map.yml", "a: 1\nb: 2\n", 10).get(0);

        assertThat(node.scalar("b").orElseThrow().origin()).hasToString("map.yml:12");
    }

    @Test
    void whatIsNotYamlNamesTheLine() {
        assertThatThrownBy(() -> only("a: 1\n\tb: 2\n"))
                .isInstanceOf(ConfigSyntaxException.class)
                .hasMessageStartingWith("a.yml:2: found what YAML does not allow");
    }

    @Test
    void anEscapeWithoutItsDigitsIsRefused() {
        assertThatThrownBy(() -> only("a: \"\\x\"\n")).isInstanceOf(ConfigSyntaxException.class);
        assertThatThrownBy(() -> only("a: \"\\u\"\n")).isInstanceOf(ConfigSyntaxException.class);
    }

    @Test
    void anAliasBombIsRefused() {
        String bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
                + IntStream.rangeClosed(1, 9)
                        .mapToObj(i -> "a%d: &a%d [%s]%n"
                                .formatted(
                                        i, i, ("*a" + (i - 1) + ",").repeat(10).replaceAll(",$", "")))
                        .collect(Collectors.joining());

        assertThatThrownBy(() -> only(bomb))
                .isInstanceOf(ConfigSyntaxException.class)
                .hasMessageContaining("unfold into too much");
    }

    @Test
    void deepNestingIsRefused() {
        assertThatThrownBy(() -> only("[".repeat(2000))).isInstanceOf(ConfigSyntaxException.class);
    }

    @Test
    void anAliasOfItselfIsRefused() {
        assertThatThrownBy(() -> only("a: &a\n  b: *a\n")).isInstanceOf(ConfigSyntaxException.class);
    }

    @Property(tries = 2000)
    void neverFailsOtherwise(@ForAll String text) {
        try {
            YamlText.parse("a.yml", text);
        } catch (ConfigSyntaxException e) {
            assertThat(e.origin().line()).isPositive();
        }
    }
}
