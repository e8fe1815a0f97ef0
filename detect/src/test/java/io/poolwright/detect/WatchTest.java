package io.poolwright.detect;

import static io.poolwright.testkit.Signal.ACTIVE;
import static io.poolwright.testkit.Signal.ON_LOCK;
import static io.poolwright.testkit.Signal.QUEUE;
import static io.poolwright.testkit.Signal.SERVICE_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.Tick;
import io.poolwright.testkit.Second;
import io.poolwright.testkit.StackSeries;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WatchTest {
    private static final Second HEALTHY = Second.healthy();
    private static final Second LOCKED = HEALTHY.with(ACTIVE, 20).with(ON_LOCK, 20);

    private static List<Watching> watch(StackSeries series) {
        Watch watch = new Watch(Detectors.all());
        return series.ticks().stream().map(watch::take).toList();
    }

    @Test
    void theFirstLookAloneSaysNothing() {
        Watching first = watch(StackSeries.of(1, LOCKED)).get(0);

        assertThat(first.seen().frames()).isEmpty();
        assertThat(first.alerts()).isEmpty();
    }

    @Test
    void anAlertIsFreshOnceAndEndsFiveSecondsAfterItWasLastSeen() {
        List<Watching> said = watch(StackSeries.of(20, HEALTHY).then(4, LOCKED).then(8, HEALTHY));

        assertThat(said.get(20).alerts()).isEmpty();
        assertThat(said.get(21).fresh()).extracting(Alert::detector).containsExactly("lock-pile-up");
        assertThat(said.get(22).fresh()).isEmpty();
        assertThat(said.get(23 + 4).alerts()).extracting(Alert::detector).containsExactly("lock-pile-up");
        assertThat(said.get(23 + 5).alerts()).isEmpty();
    }

    @Test
    void oneGoodLookDoesNotEndAnAlert() {
        List<Watching> said = watch(
                StackSeries.of(20, HEALTHY).then(4, LOCKED).then(1, HEALTHY).then(4, LOCKED));

        Alert first = said.get(21).alerts().get(0);
        assertThat(said.get(28).alerts()).containsExactly(first);
    }

    @Test
    void whatIsNormalIsTakenFromBeforeTheIllness() {
        List<Watching> said = watch(StackSeries.of(20, HEALTHY)
                .then(3, HEALTHY.with(SERVICE_TIME, 0.5))
                .then(60, LOCKED.with(SERVICE_TIME, 0.5)));

        Window reference = said.get(80).reference();
        assertThat(reference.frames()).isNotEmpty();
        assertThat(reference.max(frame -> frame.at().isBefore(StackSeries.START.plusSeconds(20))
                        ? Figures.ON_LOCK.of(frame)
                        : Figures.QUEUE.of(frame)))
                .hasValue(0);
        assertThat(reference.ratio(Figures.SERVICE_SECONDS, Figures.COMPLETIONS).getAsDouble())
                .isLessThan(0.039);
    }

    @Test
    void tooFewHealthyLooksSayNothingOfWhatIsNormal() {
        List<Watching> said = watch(StackSeries.of(6, HEALTHY).then(6, LOCKED));

        assertThat(said.get(11).alerts()).isNotEmpty();
        assertThat(said.get(11).reference().frames()).isEmpty();
    }

    @Test
    void alertsComeInOrderOfTheirFiring() {
        List<Watching> said = watch(StackSeries.of(20, HEALTHY).then(3, LOCKED).then(4, LOCKED.with(QUEUE, 30)));

        assertThat(said.get(26).alerts()).extracting(Alert::detector).containsExactly("lock-pile-up", "balancer-queue");
    }

    @Test
    void theSameLooksGiveTheSameAlerts() {
        List<Tick> ticks = StackSeries.of(20, HEALTHY).then(10, LOCKED).shaken(7);
        Watch one = new Watch(Detectors.all());
        Watch other = new Watch(Detectors.all());

        assertThat(ticks.stream().map(one::take).toList())
                .isEqualTo(ticks.stream().map(other::take).toList());
    }
}
