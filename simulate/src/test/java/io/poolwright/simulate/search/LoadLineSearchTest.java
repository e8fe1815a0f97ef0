package io.poolwright.simulate.search;

import static io.poolwright.simulate.Parameter.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.poolwright.queueing.law.Constant;
import io.poolwright.simulate.Goal;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.search.Figured.Answer;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoadLineSearchTest {
    private static final Goal GOAL = Goal.USUAL;
    /** By its pool of 10 it carries 500/s. */
    private static final StackModel MODEL = StackModel.empty()
            .with(CLIENT_RATE, 100)
            .with(CLIENT_RETRIES, 3)
            .withDatabase(Constant.ZERO, new Constant(0.02));

    /** Slow from 300/s on, down for good after a trigger from 200/s on, down by itself from 400/s on. */
    private static final Figured KNOWN = new Figured((model, seed, from) -> {
        double rate = model.get(CLIENT_RATE) + seed % 3;
        boolean hit = !model.steps().isEmpty() && from >= model.steps().get(0).at();
        boolean over = hit && !Figured.disturbed(model, DB_SLOW, from);
        boolean down = rate >= 400 || (hit && (!over || rate >= 200));
        return new Answer(down ? 0.1 : 1, rate >= 300 ? 1 : 0.1);
    });

    @Test
    void findsTheThreeRates() {
        LoadLine line = line(KNOWN, MODEL);

        assertThat(line.slo().rate().orElseThrow().mean()).isCloseTo(300, within(6.0));
        assertThat(line.vulnerable().rate().orElseThrow().mean()).isCloseTo(200, within(4.0));
        assertThat(line.collapse().rate().orElseThrow().mean()).isCloseTo(400, within(8.0));
        assertThat(line.vulnerable().why())
                .isEqualTo("above it db.slow x3 for 10 s leaves the stack down for at least 60 s");
        assertThat(line.safe()).hasValue(line.vulnerable().rate().orElseThrow().mean());
        assertThat(line.partial()).isEmpty();
    }

    @Test
    void saysHowTheStackStandsAtItsRate() {
        assertThat(line(KNOWN, MODEL.with(CLIENT_RATE, 190)).regime()).hasValue(Regime.STABLE);
        assertThat(line(KNOWN, MODEL.with(CLIENT_RATE, 210)).regime()).hasValue(Regime.VULNERABLE);
        assertThat(line(KNOWN, MODEL.with(CLIENT_RATE, 410)).regime()).hasValue(Regime.COLLAPSED);
        assertThat(line(KNOWN, MODEL.with(CLIENT_RATE, 190))
                        .recovery()
                        .orElseThrow()
                        .mean())
                .isZero();
        assertThat(line(KNOWN, MODEL.with(CLIENT_RATE, 210)).recovery()).isEmpty();
    }

    @Test
    void whatHasPassedAndStillKeepsTheStackDownIsMetastable() {
        StackModel hit = MODEL.with(CLIENT_RATE, 250).during(DB_SLOW, 3, 30, 10);

        assertThat(line(KNOWN, hit).regime()).hasValue(Regime.METASTABLE);
    }

    @Test
    void stackThatNothingBringsDownHasNoRates() {
        LoadLine line = line(new Figured((model, seed, from) -> new Answer(1, 0.1)), MODEL);

        assertThat(line.collapse().rate()).isEmpty();
        assertThat(line.collapse().why()).startsWith("the stack carries its load at every rate tried, up to ");
        assertThat(line.safe()).isEmpty();
    }

    @Test
    void stackThatIsDownAtAnyRateHasNoRatesEither() {
        LoadLine line = line(new Figured((model, seed, from) -> new Answer(0, 0.1)), MODEL);

        assertThat(line.slo().rate()).isEmpty();
        assertThat(line.slo().why())
                .startsWith("even ")
                .endsWith(" requests/s is not a rate at which the stack meets the goal");
    }

    @Test
    void simulationThatCarriesMoreThanItCanContradicts() {
        Figured miracle = new Figured((model, seed, from) -> new Answer(model.get(CLIENT_RATE) < 900 ? 1 : 0, 0.1));

        assertThat(line(miracle, MODEL).contradictions())
                .singleElement()
                .asString()
                .contains("but 10 pooled connections, each taken for 20 ms: at most 500 requests/s");
        assertThat(line(KNOWN, MODEL).contradictions()).isEmpty();
    }

    @Test
    void customersWhoWaitForTheirAnswersHaveNoLoadLine() {
        LoadLine line = line(KNOWN, MODEL.with(CLIENT_USERS, 10));

        assertThat(line.slo().rate()).isEmpty();
        assertThat(line.slo().why())
                .isEqualTo(
                        "customers who wait for their answers set their own rate (client.users); a load line needs client.rate");
    }

    @Test
    void stoppedSearchSaysSo() {
        AtomicInteger left = new AtomicInteger(20);
        Trials trials =
                new Trials(KNOWN, new Conduct(Workers.sequential(), Progress.SILENT, () -> left.getAndDecrement() > 0));

        LoadLine line = LoadLineSearch.of(GOAL, 1).of(MODEL, trials);

        assertThat(line.partial().orElseThrow()).startsWith("partial: 20 of ");
        assertThat(line.collapse().rate().isPresent() || line.collapse().why().equals("stopped before it was found"))
                .isTrue();
    }

    private static LoadLine line(Machine machine, StackModel model) {
        return LoadLineSearch.of(GOAL, 1).of(model, new Trials(machine, Conduct.PLAIN));
    }
}
