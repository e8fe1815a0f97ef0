package io.poolwright.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StackModelTest {
    private static final double ENDLESS = Double.POSITIVE_INFINITY;

    @Test
    void aPoolThatWouldOpenConnectionsForEverIsRefused() {
        StackModel model = StackModel.empty().with(Parameter.POOL_MAX, ENDLESS).with(Parameter.DB_CONNECTIONS, ENDLESS);

        assertThatThrownBy(model::checked)
                .isInstanceOf(ImpossibleParameterException.class)
                .hasMessage(
                        "pool.max, pool.min.idle and db.connections without a limit: the pool would open connections "
                                + "for ever; accepted: a limit on one of them");
    }

    @Test
    void oneLimitIsEnough() {
        StackModel model = StackModel.empty().with(Parameter.POOL_MAX, ENDLESS);

        assertThat(model.with(Parameter.DB_CONNECTIONS, 100).checked()).isNotNull();
        assertThat(model.with(Parameter.DB_CONNECTIONS, ENDLESS)
                        .with(Parameter.POOL_MIN_IDLE, 10)
                        .checked())
                .isNotNull();
    }
}
