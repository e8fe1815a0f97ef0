package io.poolwright.diagnose.hypotheses;

import io.poolwright.detect.Detector;
import io.poolwright.detect.Frame;
import io.poolwright.detect.Watch;
import io.poolwright.detect.Window;
import io.poolwright.diagnose.Assessment;
import io.poolwright.diagnose.Diagnosis;
import io.poolwright.diagnose.Diagnostician;
import io.poolwright.diagnose.Hypothesis;
import io.poolwright.diagnose.Remedy;
import io.poolwright.model.Tick;
import io.poolwright.testkit.Second;
import io.poolwright.testkit.StackSeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Puts one hypothesis alone before twenty seconds of good health and twelve of a state in which an alert fires. */
final class Judge {
    private static final int BEFORE = 20;
    private static final int AFTER = 12;

    private final Diagnosis last;

    private Judge(Diagnosis last) {
        this.last = last;
    }

    /** What is said of a state after good health. */
    static Judge of(Hypothesis hypothesis, Second state) {
        return of(hypothesis, Second.healthy(), state);
    }

    /** What is said of a state after another. */
    static Judge of(Hypothesis hypothesis, Second before, Second state) {
        return of(hypothesis, before, state, tick -> tick);
    }

    /** The same, where the looks at the state are changed once more. */
    static Judge of(Hypothesis hypothesis, Second before, Second state, UnaryOperator<Tick> change) {
        List<Tick> ticks = new ArrayList<>(
                StackSeries.of(BEFORE, before).then(AFTER, state).ticks());
        for (int i = BEFORE; i < ticks.size(); i++) {
            ticks.set(i, change.apply(ticks.get(i)));
        }
        Diagnostician diagnostician = new Diagnostician(new Watch(List.of(new FromTheOnset())), List.of(hypothesis));
        Diagnosis last = diagnostician.take(ticks.get(0));
        for (Tick tick : ticks.subList(1, ticks.size())) {
            last = diagnostician.take(tick);
        }
        return new Judge(last);
    }

    Assessment assessment() {
        return last.assessments().get(0);
    }

    /** The verdict and the sentence that decided. */
    String verdict() {
        return assessment().verdict() + ": " + assessment().decisive();
    }

    Remedy remedy() {
        return last.rootCause().orElseThrow().remedy().orElseThrow();
    }

    Optional<String> firstAid() {
        return last.rootCause().orElseThrow().firstAid();
    }

    /** An alert that fires whatever the measurements say, so that only the hypothesis is tested. */
    private static final class FromTheOnset implements Detector {
        private static final Instant ONSET = StackSeries.START.plusSeconds(BEFORE + 1);

        @Override
        public String id() {
            return "from-the-onset";
        }

        @Override
        public String title() {
            return "Something is wrong";
        }

        @Override
        public Optional<String> look(Window seen, Window reference) {
            List<Frame> frames = seen.frames();
            return frames.get(frames.size() - 1).at().isBefore(ONSET) ? Optional.empty() : Optional.of("as told");
        }
    }
}
