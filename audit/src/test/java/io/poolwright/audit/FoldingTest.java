package io.poolwright.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.Origin;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FoldingTest {
    private static Finding finding(String rule, String subject, int line, Integer... related) {
        return new Finding(
                rule,
                Severity.HIGH,
                Confidence.EXPLICIT,
                Optional.empty(),
                subject,
                new Origin("a.yml", line),
                rule + " of " + subject,
                "cure",
                List.of(related).stream()
                        .map(one -> new Related(new Origin("a.yml", one), "place"))
                        .toList(),
                List.of());
    }

    private static List<String> told(Finding... findings) {
        return Folding.fold(List.of(findings)).stream()
                .map(one -> one.rule()
                        + one.related().stream().map(place -> place.at().line()).toList())
                .toList();
    }

    @Test
    void aRuleSaysOfALineWhatItSaysOnceWithAllPlaces() {
        assertThat(told(finding("x", "shop-1", 3, 7), finding("x", "shop-2", 3, 8), finding("x", "shop-2", 4)))
                .containsExactly("x[7, 8]", "x[]");
    }

    @Test
    void theMoreSpecificRuleTakesOverThePlacesOfTheOther() {
        assertThat(told(
                        finding("server-keepalive-lt-proxy-idle", "app", 5, 9),
                        finding("nginx-upstream-idle-ge-server", "up", 9)))
                .containsExactly("nginx-upstream-idle-ge-server[5]");
    }

    @Test
    void twoFactsThatShareNoPlaceStayTwo() {
        assertThat(told(
                        finding("server-keepalive-lt-proxy-idle", "app", 5),
                        finding("nginx-upstream-idle-ge-server", "up", 9)))
                .hasSize(2);
    }

    @Test
    void aSlipOfTheUnitGivesWayToWhoeverNamesTheLine() {
        assertThat(told(
                        finding("unit-seconds-as-millis", "pool", 5),
                        finding("hikari-maxlifetime-below-floor", "pool", 5)))
                .containsExactly("hikari-maxlifetime-below-floor[]");
        assertThat(told(finding("unit-seconds-as-millis", "pool", 5))).hasSize(1);
    }
}
