package io.poolwright.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.fit.Unidentified;
import org.junit.jupiter.api.Test;

class ModelFileTest {
    @Test
    void aLineIsAParameterAndTheRestIsAsUsual() {
        Subject subject = Subjects.file("shop.model", """
                # the shop
                client.rate = 400/s
                pool.max = 20   # of one instance
                db.cpu = 15ms,cv=1
                """);

        assertThat(subject.model().get(Parameter.CLIENT_RATE)).isEqualTo(400);
        assertThat(subject.model().get(Parameter.POOL_MAX)).isEqualTo(20);
        assertThat(subject.model().get(Parameter.APP_WORKERS)).isEqualTo(Parameter.APP_WORKERS.usual());
        assertThat(subject.missing()).isEmpty();
    }

    @Test
    void whatDecidesAndIsNotSaidIsMissing() {
        assertThat(Subjects.file("shop.model", "pool.max = 20").missing())
                .extracting(Unidentified::what)
                .containsExactly("client.rate", "what a request needs of the database");
    }

    @Test
    void customersInsteadOfARateAreALoad() {
        assertThat(Subjects.file("m", "client.users = 100\ndb.wait = 20ms").missing())
                .isEmpty();
    }

    @Test
    void aWrongLineIsNamed() {
        assertThatThrownBy(() -> Subjects.file("shop.model", "\npool.max 20"))
                .hasMessage(
                        "shop.model:2: found 'pool.max 20'; accepted: NAME = VALUE, or a comment behind #; write: pool.max = 20");
        assertThatThrownBy(() -> Subjects.file("shop.model", "pool.max = 20\npool.max = 30"))
                .hasMessage("shop.model:2: pool.max stands in line 1 already; leave one of them out");
        assertThatThrownBy(() -> Subjects.file("shop.model", "pool.max = 20s"))
                .hasMessageStartingWith("shop.model:1: pool.max: found '20s'");
    }
}
