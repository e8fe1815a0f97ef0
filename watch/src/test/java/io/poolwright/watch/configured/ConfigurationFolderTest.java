package io.poolwright.watch.configured;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.live.InForce;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigurationFolderTest {
    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    private static final String SHOP = """
            spring.application.name=shop
            spring.datasource.url=jdbc:postgresql://db:5432/shop
            spring.datasource.hikari.pool-name=main
            spring.datasource.hikari.maximum-pool-size=20
            spring.datasource.hikari.connection-timeout=3000
            """;

    @TempDir
    Path folder;

    private ConfigurationFolder reading;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("application.properties"), SHOP);
        reading = new ConfigurationFolder(folder, "");
    }

    private static InForce told(String setting, String value) {
        return new InForce("shop", "a", "main", setting, value, "JMX");
    }

    @Test
    void whatHasNotChangedIsNotToldAgain() throws IOException {
        assertThat(reading.changed(START)).isPresent();
        assertThat(reading.changed(START.plusSeconds(1))).isEmpty();

        Files.writeString(
                folder.resolve("application.properties"), SHOP + "spring.datasource.hikari.max-lifetime=60000\n");
        assertThat(reading.changed(START.plusSeconds(2))).isPresent();
    }

    @Test
    void aNewFileIsFoundWithinHalfAMinute() throws IOException {
        reading.changed(START);
        Files.createDirectories(folder.resolve("other"));
        Files.writeString(folder.resolve("other/application.properties"), SHOP);

        assertThat(reading.changed(START.plusSeconds(29))).isEmpty();
        assertThat(reading.changed(START.plusSeconds(30))).isPresent();
    }

    @Test
    void filesAreCalledAsTheFolderCallsThem() {
        Configuration configuration = reading.changed(START).orElseThrow();

        assertThat(configuration.stack().parts())
                .allSatisfy(part -> assertThat(part.origin().file()).isEqualTo("application.properties"));
    }

    @Test
    void anotherValueInForceIsAMismatchAndTheSameIsNone() {
        Configuration configuration = reading.changed(START).orElseThrow();

        assertThat(configuration.mismatches(
                        List.of(told("maximumPoolSize", "20"), told("connectionTimeout", "3000ms"))))
                .isEmpty();
        assertThat(configuration.mismatches(List.of(told("maximumPoolSize", "10"))))
                .singleElement()
                .satisfies(mismatch -> assertThat(mismatch.text())
                        .contains("configured as 20")
                        .contains("runs with 10")
                        .contains("application.properties:4"));
    }

    @Test
    void aSettingThatNobodyToldOrThatIsNoSettingIsNoMismatch() {
        Configuration configuration = reading.changed(START).orElseThrow();

        assertThat(configuration.mismatches(List.of())).isEmpty();
        assertThat(configuration.mismatches(List.of(told("noSuchThing", "1"), told("maximumPoolSize", "many"))))
                .isEmpty();
    }

    @Test
    void theRulesJudgeTheValueThatRuns() {
        Configuration configuration = reading.changed(START).orElseThrow();
        List<InForce> short_ = List.of(told("connectionTimeout", "200ms"));

        assertThat(configuration.audit(short_)).isNotEqualTo(configuration.audit(List.of()));
    }

    @Test
    void aPoolIsDescribedByItsPartAndAStrangerByNone() {
        Configuration configuration = reading.changed(START).orElseThrow();

        assertThat(configuration.of(new PoolId("shop", "a", Tier.POOL, "main"))).isPresent();
        assertThat(configuration.of(new PoolId("other", "a", Tier.POOL, "main")))
                .isEqualTo(Optional.empty());
    }
}
