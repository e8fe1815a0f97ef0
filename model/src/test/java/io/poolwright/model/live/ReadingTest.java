package io.poolwright.model.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadingTest {
    private static final PoolId POOL = new PoolId("lb", "", Tier.SERVER, "shop/one");

    @Test
    void twoSourcesOfOnePoolFillEachOthersGaps() {
        Reading statistics = Reading.of(POOL)
                .set(Signal.USED, 2)
                .because(Signal.TIMEOUTS, "only the log tells")
                .because(Signal.MAX, "no maxconn")
                .build();
        Reading log =
                Reading.of(POOL).set(Signal.USED, 7).set(Signal.TIMEOUTS, 3).build();

        Reading both = statistics.and(log);

        assertThat(both).hasToString("lb/server/shop/one used=2.0 timeouts=3.0");
        assertThat(both.reason(Signal.TIMEOUTS)).isEmpty();
        assertThat(both.reason(Signal.MAX)).isEqualTo("no maxconn");
        assertThat(log.and(statistics).get(Signal.USED)).hasValue(7);
    }
}
