package io.poolwright.server.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.testkit.ManualClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AlertsTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    private Path folder;

    private final ManualClock clock = new ManualClock(NOON);

    @ParameterizedTest
    @EnumSource
    void anAlertBeginsAndEndsWithItsEvents(Engine engine) {
        Store store = engine.store(folder);
        Alerts alerts = new Alerts(store, clock);

        Alert fired = alerts.fire(alert("orders/pool"));
        Alert resolved = alerts.resolve("orders/pool", NOON.plusSeconds(90)).orElseThrow();

        assertThat(fired.resolvedAt()).isEmpty();
        assertThat(resolved.id()).isEqualTo(fired.id());
        assertThat(resolved.resolvedAt()).contains(NOON.plusSeconds(90));
        assertThat(new Events(store, clock)
                        .page(EventFilter.ALL, Optional.empty(), 9)
                        .items())
                .extracting(Event::kind)
                .containsExactly(EventKind.ALERT_RESOLVED, EventKind.ALERT_FIRED);
    }

    @ParameterizedTest
    @EnumSource
    void whatFiresAlreadyDoesNotFireTwice(Engine engine) {
        Alerts alerts = new Alerts(engine.store(folder), clock);

        Alert first = alerts.fire(alert("orders/pool"));
        Alert again = alerts.fire(alert("orders/pool"));

        assertThat(again).isEqualTo(first);
        assertThat(alerts.firing()).containsExactly(first);
    }

    @ParameterizedTest
    @EnumSource
    void afterItsEndTheSameThingFiresAnew(Engine engine) {
        Alerts alerts = new Alerts(engine.store(folder), clock);
        Alert first = alerts.fire(alert("orders/pool"));
        alerts.resolve("orders/pool", NOON.plusSeconds(1));

        Alert second = alerts.fire(alert("orders/pool"));

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(alerts.page(AlertFilter.ALL, Optional.empty(), 9).items()).hasSize(2);
        assertThat(alerts.page(AlertFilter.FIRING, Optional.empty(), 9).items()).containsExactly(second);
    }

    @ParameterizedTest
    @EnumSource
    void nothingEndsWhereNothingFires(Engine engine) {
        Alerts alerts = new Alerts(engine.store(folder), clock);

        assertThat(alerts.resolve("orders/pool", NOON)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aDiagnosisIsKeptWithItsAlert(Engine engine) {
        Alerts alerts = new Alerts(engine.store(folder), clock);
        Alert fired = alerts.fire(alert("orders/pool"));

        assertThat(alerts.diagnosed(fired.id(), "{\"cause\":\"slow-query\"}")).isTrue();
        assertThat(alerts.diagnosed(UUID.randomUUID(), "{}")).isFalse();

        assertThat(alerts.find(fired.id()).orElseThrow().diagnosis()).contains("{\"cause\":\"slow-query\"}");
    }

    @ParameterizedTest
    @EnumSource
    void pagesGoFromTheNewestOn(Engine engine) {
        Alerts alerts = new Alerts(engine.store(folder), clock);
        for (int i = 0; i < 3; i++) {
            alerts.fire(new NewAlert(
                    "f" + i, Optional.of("shop"), "pool", "t" + i, "text", Severity.WARNING, NOON.plusSeconds(i)));
        }

        Page<Alert> first = alerts.page(AlertFilter.ALL, Optional.empty(), 2);
        Page<Alert> rest = alerts.page(AlertFilter.ALL, first.next(), 2);

        assertThat(first.items()).extracting(Alert::title).containsExactly("t2", "t1");
        assertThat(rest.items()).extracting(Alert::title).containsExactly("t0");
        assertThat(rest.next()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aTextThatIsTooLongIsCutAndNotRefused(Engine engine) {
        Alerts alerts = new Alerts(engine.store(folder), clock);

        Alert fired = alerts.fire(new NewAlert(
                "f",
                Optional.of("s".repeat(999)),
                "u".repeat(999),
                "t".repeat(999),
                "x".repeat(99_999),
                Severity.INFO,
                NOON));

        assertThat(alerts.firing()).containsExactly(fired);
        assertThat(fired.title()).hasSize(500).endsWith("t…");
    }

    private static NewAlert alert(String fingerprint) {
        return new NewAlert(
                fingerprint,
                Optional.of("orders"),
                "orders/pool/HikariPool-1",
                "Pool timeouts",
                "31 a minute",
                Severity.CRITICAL,
                NOON);
    }
}
