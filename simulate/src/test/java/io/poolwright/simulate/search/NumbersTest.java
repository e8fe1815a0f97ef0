package io.poolwright.simulate.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.simulate.Parameter;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void numbersHaveNoMoreDigitsThanTheyAreWorth() {
        assertThat(Numbers.plain(533.333)).isEqualTo("533");
        assertThat(Numbers.plain(12.345)).isEqualTo("12.3");
        assertThat(Numbers.plain(1.5)).isEqualTo("1.5");
        assertThat(Numbers.plain(0.1254)).isEqualTo("0.125");
        assertThat(Numbers.plain(100)).isEqualTo("100");
        assertThat(Numbers.plain(Double.POSITIVE_INFINITY)).isEqualTo("unlimited");
    }

    @Test
    void timesAreInTheUnitThatSuitsThem() {
        assertThat(Numbers.seconds(0.05)).isEqualTo("50 ms");
        assertThat(Numbers.seconds(0)).isEqualTo("0 s");
        assertThat(Numbers.seconds(1.5)).isEqualTo("1.5 s");
        assertThat(Numbers.seconds(1800)).isEqualTo("30 min");
    }

    @Test
    void nearlyAllIsNotAll() {
        assertThat(Numbers.percent(0.996)).isEqualTo("99.6 %");
        assertThat(Numbers.percent(0.9999)).isEqualTo("100 %");
        assertThat(Numbers.percent(0.002)).isEqualTo("0.2 %");
        assertThat(Numbers.percent(0)).isEqualTo("0 %");
    }

    @Test
    void valueOfAParameterHasItsUnit() {
        assertThat(Numbers.of(Parameter.POOL_ACQUIRE_TIMEOUT, 0.25)).isEqualTo("250 ms");
        assertThat(Numbers.of(Parameter.CLIENT_RATE, 400)).isEqualTo("400/s");
        assertThat(Numbers.of(Parameter.LB_ABORT, 1)).isEqualTo("on");
    }
}
