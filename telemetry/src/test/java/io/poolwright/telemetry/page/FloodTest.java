package io.poolwright.telemetry.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Seen;
import io.poolwright.model.live.Signal;
import io.poolwright.telemetry.prometheus.MetricsPage;
import io.poolwright.telemetry.prometheus.PrometheusText;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A target that makes up new labels at each look. */
class FloodTest {
    private static final int FLOOD = 120_000;

    private final PrometheusText text = PageReading.text();
    private final PageReading reading = new PageReading("shop", "shop-1", Focus.ANY);

    @Test
    void thePoolsThatAreAlwaysThereAreReadOn() {
        Seen first = look(page(0, 0));

        assertThat(good(first))
                .hasValueSatisfying(pool -> assertThat(pool.get(Signal.USED)).hasValue(3));
        for (int look = 1; look <= 4; look++) {
            MetricsPage page = page(look, FLOOD);
            Seen seen = look(page);

            assertThat(page.beyond()).isGreaterThan(FLOOD / 2);
            assertThat(page.size()).isLessThanOrEqualTo(PageReading.LIMITS.series());
            assertThat(seen.readings()).hasSizeLessThanOrEqualTo(PagePools.MOST_POOLS);
            assertThat(good(seen)).isPresent();
        }
        assertThat(look(page(9, 0)).readings()).hasSize(1);
    }

    @Test
    void aSumOfWhichAPartMayBeLeftOutIsUnknown() {
        String many = "pg_stat_activity_count{datname=\"shop\",state=\"active\"} 4\n";
        String tooLong = "pg_stat_activity_count{datname=\"%s\",state=\"active\"} 4\n".formatted("x".repeat(9000));

        Reading whole = look(text.parse(many.getBytes(StandardCharsets.UTF_8)))
                .readings()
                .get(0);
        Reading part = look(text.parse((many + tooLong).getBytes(StandardCharsets.UTF_8)))
                .readings()
                .get(0);

        assertThat(whole.get(Signal.USED)).hasValue(4);
        assertThat(part.get(Signal.USED)).isEmpty();
        assertThat(part.reason(Signal.USED)).isEqualTo("part of the page was left out for its size");
    }

    private Seen look(MetricsPage page) {
        return reading.read(page);
    }

    private MetricsPage page(int look, int flood) {
        StringBuilder page = new StringBuilder("hikaricp_connections_active{pool=\"good\"} 3\n");
        for (int i = 0; i < flood; i++) {
            page.append("hikaricp_connections_active{pool=\"x")
                    .append(look)
                    .append('-')
                    .append(i)
                    .append("\"} 1\n");
        }
        return text.parse(page.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Reading> good(Seen seen) {
        return seen.readings().stream()
                .filter(reading -> reading.pool().name().equals("good"))
                .findFirst();
    }
}
