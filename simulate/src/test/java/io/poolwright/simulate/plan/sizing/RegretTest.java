package io.poolwright.simulate.plan.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegretTest {
    private static final String HEAD =
            "workload,poolMax,acquireTimeoutMs,repetition,good,late,failed503,failed500,failedTimeout,failedOther,throughput,p99DeadlineMs,useMeanMs,poolUsed,acquireTimeouts,valid";
    /** Best at 4 connections; at 2 callers give up; from 16 on the database is overrun. */
    private static final List<MeasuredPoint> POINTS = MeasuredGrid.of(List.of(
            HEAD,
            "cpu,2,1000,1,900,0,100,0,0,0,45,10000,10,2,100,true",
            "cpu,4,1000,1,1000,0,0,0,0,0,50,100,12,2.4,0,true",
            "cpu,4,1000,2,1000,0,0,0,0,0,50,104,12,2.4,0,true",
            "cpu,8,1000,1,1000,0,0,0,0,0,50,110,14,2.8,0,true",
            "cpu,16,1000,1,1000,0,0,0,0,0,50,204,25,5,0,true",
            "cpu,16,200,1,1000,0,0,0,0,0,50,51,25,5,0,false",
            "cpu,32,1000,1,1000,0,0,0,0,0,50,408,50,10,0,true"));

    @Test
    void regretIsWhatTheSizeCostsBesideTheBest() {
        Regret regret = Regret.of(POINTS, "plan", Optional.of(16), 1);

        assertThat(regret.best()).isCloseTo(0.102, within(1e-9));
        assertThat(regret.regret().orElseThrow()).isCloseTo(1, within(1e-9));
        assertThat(regret.noise().orElseThrow()).isCloseTo(0.04, within(1e-9));
        assertThat(regret.catastrophe()).isFalse();
    }

    @Test
    void nearestMeasuredSizeStandsForOneThatWasNotMeasured() {
        assertThat(Regret.of(POINTS, "plan", Optional.of(5), 3).measuredAt()).isEqualTo(4);
        assertThat(Regret.of(POINTS, "plan", Optional.of(6), 3).measuredAt()).isEqualTo(8);
    }

    @Test
    void moreThanOneFailureInAHundredIsACatastropheWhereThereNeedBeNone() {
        assertThat(Regret.of(POINTS, "plan", Optional.of(2), 1).catastrophe()).isTrue();
    }

    @Test
    void whoeverAbstainsHasNoRegret() {
        Regret regret = Regret.of(POINTS, "plan", Optional.empty(), 1);

        assertThat(regret.regret()).isEmpty();
        assertThat(regret.catastrophe()).isFalse();
        assertThat(RegretTable.sums(List.of(regret)).get(0).abstained()).isEqualTo(1);
    }

    @Test
    void pointsThatDoNotCountAreLeftOut() {
        assertThat(POINTS).hasSize(6);
    }

    @Test
    void missingNumberNamesItsPlace() {
        assertThatThrownBy(() -> MeasuredGrid.of(List.of(HEAD, "cpu,x,1000,1,1,0,0,0,0,0,1,1,1,1,1,true")))
                .hasMessage("line 2, column 'poolMax': found 'x'; accepted: a number");
        assertThatThrownBy(() -> MeasuredGrid.of(List.of(HEAD, "cpu,2,1000,1,1,0,0,0,0,0,1,,1,1,1,true")))
                .hasMessage("line 2: no value in column 'p99DeadlineMs'");
    }

    @Test
    void usualRulesGiveTheirSizes() {
        assertThat(size(Rule.HIKARI_DEFAULT)).hasValue(10);
        assertThat(size(Rule.FIFTY)).hasValue(50);
        // 2 x 2 + 1, shared by two.
        assertThat(size(Rule.TWICE_CORES)).hasValue(3);
        // 1.5 x 100/s for each of two x 25 ms, as the default of 16 shows.
        assertThat(size(Rule.LITTLE)).hasValue(4);
        assertThat(size(Rule.FLEXY_POOL)).hasValue(10);
        // Never more than half of 20 in use: it stays where it began.
        assertThat(size(Rule.GRADIENT2)).hasValue(20);
        assertThat(size(Rule.VEGAS)).hasValue(20);
    }

    @Test
    void flexyPoolGrowsAsLongAsCallersGiveUp() {
        assertThat(Adaptive.flexyPool(pool -> new Observed(0.01, pool, pool < 13)))
                .isEqualTo(13);
        assertThat(Adaptive.flexyPool(pool -> new Observed(0.01, pool, true))).isEqualTo(15);
    }

    @Test
    void vegasShrinksWhenCallersGiveUpAndGrowsWhileNothingQueues() {
        assertThat(Adaptive.vegas(pool -> new Observed(0.01, pool, true))).isEqualTo(1);
        // Always full, never slower: nothing tells it to stop.
        assertThat(Adaptive.vegas(pool -> new Observed(0.01, pool, false))).isEqualTo(1000);
        // Eight processors: twice as slow with twice as many.
        assertThat(Adaptive.vegas(pool -> new Observed(0.01 * Math.max(1, pool / 8.0), pool, false)))
                .isBetween(20, 30);
    }

    @Test
    void gradientGrowsAPoolThatIsAlwaysFullAndNeverSlower() {
        assertThat(Adaptive.gradient2(pool -> new Observed(0.01, pool, false))).isEqualTo(200);
        assertThat(Adaptive.gradient2(pool -> new Observed(0.01, 1, false))).isEqualTo(20);
    }

    @Test
    void tableHasALineForEachAndASumForEachWho() {
        String table = RegretTable.markdown(
                List.of(Regret.of(POINTS, "plan", Optional.of(4), 1), Regret.of(POINTS, "10", Optional.of(10), 1)));

        assertThat(table)
                .contains("| cpu | plan | 4 | 1 s | 4 | 102 ms | 102 ms | 0 % | 4 % |  |")
                .contains("| 10 | 1 | 0 | 8 % | 8 % | 0 |");
    }

    private static Optional<Integer> size(Rule rule) {
        return Regret.of(POINTS, rule, 200, 2, 2, 16, 1).recommended();
    }
}
