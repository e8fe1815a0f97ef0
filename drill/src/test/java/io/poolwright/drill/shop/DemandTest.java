package io.poolwright.drill.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class DemandTest {

    @Test
    void halfOfTheQueriesTakeLessThanTheMedian() {
        double[] drawn = DoubleStream.generate(() -> new Demand(4, 0.8, true).draw(ThreadLocalRandom.current()))
                .limit(20_001)
                .toArray();
        Arrays.sort(drawn);

        assertThat(drawn[10_000]).isBetween(0.0037, 0.0043);
    }

    @Test
    void noQueryIsLongerThanTwoSeconds() {
        assertThat(new Demand(2000, 3, false).draw(ThreadLocalRandom.current())).isLessThanOrEqualTo(2);
        assertThatThrownBy(() -> new Demand(2000.1, 1, false)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutSpreadAllAreAlike() {
        assertThat(new Demand(20, 0, false).draw(ThreadLocalRandom.current())).isEqualTo(0.020);
    }

    @Test
    void refusesADemandOfNothing() {
        assertThatThrownBy(() -> new Demand(0, 1, false))
                .hasMessage("out of range: medianMillis 0.0 (above 0, at most 2000), sigma 1.0 (0 to 3)");
    }
}
