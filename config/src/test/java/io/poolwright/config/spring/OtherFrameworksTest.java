package io.poolwright.config.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.config.spring.OtherFrameworks.Framework;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherFrameworksTest {
    @ParameterizedTest
    @CsvSource({
        "quarkus.datasource.jdbc.max-size=8, QUARKUS",
        "%prod.quarkus.datasource.jdbc.max-size=8, QUARKUS",
        "datasources.default.url=x, MICRONAUT",
        "spring.datasource.url=x, SPRING",
        "server.port=1, SPRING"
    })
    void keysTellTheFramework(String line, Framework expected) {
        assertThat(OtherFrameworks.of(SpringConfigFile.parse("application.properties", line)))
                .isEqualTo(expected);
    }

    @Test
    void quarkusInProductionTakesItsOwnKeys() {
        List<SpringProperty> all =
                SpringConfigFile.parse("application.properties", """
                        quarkus.datasource.jdbc.max-size=8
                        %dev.quarkus.datasource.jdbc.max-size=2
                        %prod.quarkus.datasource.jdbc.max-size=30
                        %test,prod.a=1
                        """).get(0).properties();

        assertThat(OtherFrameworks.quarkusInProduction(all))
                .extracting(p ->
                        p.key() + "=" + p.text().orElse("?") + " " + p.origin().line())
                .containsExactly(
                        "quarkus.datasource.jdbc.max-size=8 1", "quarkus.datasource.jdbc.max-size=30 3", "a=1 4");
    }
}
