package io.poolwright.drill.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.poolwright.drill.stack.QueryText;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BehaviourTest {

    @Test
    void queryCarriesAllOfIt() {
        Behaviour behaviour = new Behaviour(20, 0.015, true, 10, 3, new Demand(4.5, 0.8, true));

        assertThat(Behaviour.NORMAL.with(QueryText.parse(behaviour.query()))).isEqualTo(behaviour);
    }

    @Test
    void whatTheQueryLeavesOutStays() {
        assertThat(Behaviour.NORMAL.withSlowPerMille(20).with(Map.of("hotRow", "true")))
                .isEqualTo(Behaviour.NORMAL.withSlowPerMille(20).withHotRow(true));
    }

    @Test
    void refusesAShareAboveOne() {
        assertThatThrownBy(() -> Behaviour.NORMAL.withLeak(1.5)).isInstanceOf(IllegalArgumentException.class);
    }
}
