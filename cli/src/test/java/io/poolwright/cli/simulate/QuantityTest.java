package io.poolwright.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.poolwright.cli.UnmetNeedException;
import io.poolwright.cli.report.simulate.Spoken;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class QuantityTest {
    @ParameterizedTest(name = "{0}={1} is {2}")
    @CsvSource({
        "POOL_MAX, 40, 40",
        "POOL_MAX, unlimited, Infinity",
        "POOL_ACQUIRE_TIMEOUT, 500ms, 0.5",
        "POOL_ACQUIRE_TIMEOUT, 2s, 2",
        "POOL_ACQUIRE_TIMEOUT, 2 s, 2",
        "POOL_MAX_LIFETIME, 30min, 1800",
        "POOL_MAX_LIFETIME, 1h, 3600",
        "APP_BEFORE, 0, 0",
        "APP_BEFORE, 250us, 0.00025",
        "CLIENT_RATE, 400/s, 400",
        "CLIENT_RATE, 24000/min, 400",
        "DB_SLOW, 3x, 3",
        "DB_SLOW, 300%, 3",
        "APP_LEAK, 0.1, 0.1",
        "APP_LEAK, 10%, 0.1",
        "CLIENT_CANCEL, on, 1",
        "CLIENT_CANCEL, off, 0",
        "LB_POLICY, fewest, 1",
        "APP_ORDER, last-come, 1"
    })
    void readsAValueWithItsUnit(Parameter parameter, String text, double expected) {
        assertThat(Quantity.read("--set x", parameter, text).in("--set x", parameter, StackModel.empty()))
                .isCloseTo(expected, within(1e-9));
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "POOL_ACQUIRE_TIMEOUT | 500 | --set pool.acquire.timeout: found '500'; accepted: a time with its unit (us, ms, s, min, h), a multiple of what is such as 2x, or 'unlimited'; write: --set pool.acquire.timeout=500ms",
                "POOL_MAX | 40s | --set pool.max: found '40s'; accepted: a whole number, a multiple of what is such as 2x, or 'unlimited'; write: --set pool.max=40",
                "CLIENT_RATE | 400 | --set client.rate: found '400'; accepted: a rate such as 400/s or 24000/min, or a multiple of what is such as 2x; write: --set client.rate=400/s",
                "DB_SLOW | 3 | --set db.slow: found '3'; accepted: a factor such as 3x, or a percentage such as 300%; write: --set db.slow=3x",
                "CLIENT_CANCEL | maybe | --set client.cancel: found 'maybe'; accepted: on or off; write: --set client.cancel=off",
                "POOL_VALIDATION | unlimited | --set pool.validation: found 'unlimited'; accepted: a time with its unit (us, ms, s, min, h), a multiple of what is such as 2x; write: --set pool.validation=500ms",
                "LB_POLICY | random | --set lb.policy: found 'random'; accepted: round-robin, fewest or better-of-two; write: --set lb.policy=round-robin"
            })
    void saysWhatIsAcceptedAndWhatToWrite(Parameter parameter, String text, String message) {
        assertThatThrownBy(() -> Quantity.read("--set " + parameter.id(), parameter, text))
                .isInstanceOf(UnmetNeedException.class)
                .hasMessage(message);
    }

    @Test
    void aMultipleIsOfWhatTheModelHasAndStaysWhole() {
        StackModel model = StackModel.empty().with(Parameter.POOL_MAX, 5);

        assertThat(Quantity.read("x", Parameter.POOL_MAX, "2x").in("x", Parameter.POOL_MAX, model))
                .isEqualTo(10);
        assertThat(Quantity.read("x", Parameter.POOL_MAX, "0.5x").in("x", Parameter.POOL_MAX, model))
                .isEqualTo(2);
        assertThat(Quantity.read("x", Parameter.POOL_MAX, "0.01x").in("x", Parameter.POOL_MAX, model))
                .isEqualTo(1);
    }

    @Test
    void aMultipleOfNoLimitIsRefused() {
        Quantity twice = Quantity.read("--set lb.maxconn", Parameter.LB_MAXCONN, "2x");

        assertThatThrownBy(() -> twice.in("--set lb.maxconn", Parameter.LB_MAXCONN, StackModel.empty()))
                .hasMessage("--set lb.maxconn: found 2 times a value that is unlimited; write: --set lb.maxconn=50");
    }

    @ParameterizedTest
    @EnumSource(Parameter.class)
    void whatIsWrittenIsReadBackAsItWas(Parameter parameter) {
        String written = Spoken.written(parameter, parameter.usual());

        assertThat(Quantity.read("x", parameter, written).in("x", parameter, StackModel.empty()))
                .isCloseTo(parameter.usual(), withinPercentage(1e-6));
    }

    @ParameterizedTest
    @EnumSource(Parameter.class)
    void everyExampleIsAccepted(Parameter parameter) {
        assertThat(Quantity.read("x", parameter, Accepted.example(parameter)).multiple())
                .isFalse();
    }
}
