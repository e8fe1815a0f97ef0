package io.poolwright.watch.eye;

import io.poolwright.model.Answer;
import io.poolwright.model.live.Seen;
import io.poolwright.telemetry.Collector;
import io.poolwright.watch.targets.Target;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One target, how it is asked, and whether it still owes an answer. */
final class Asked {
    private final Target target;
    private final Collector<Seen> collector;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile Instant busySince = Instant.EPOCH;
    private volatile boolean late;

    Asked(Target target, Collector<Seen> collector) {
        this.target = target;
        this.collector = collector;
    }

    Target target() {
        return target;
    }

    /** Puts the question unless the last one is still open; the answer goes to the ear, on whatever thread it comes. */
    void ask(Lanes lanes, Instant now, Consumer<Answer<Seen>> ear) {
        if (!busy.compareAndSet(false, true)) {
            ear.accept(Answer.silent("%s: still busy since %s".formatted(target.name(), busySince)));
            return;
        }
        busySince = now;
        boolean asked = lanes.ask(late, () -> {
            Answer<Seen> answer;
            try {
                answer = collector.collect();
            } catch (RuntimeException | StackOverflowError e) {
                answer = Answer.silent("%s: could not be asked: %s".formatted(target.name(), e));
            } finally {
                busy.set(false);
            }
            late = false;
            ear.accept(answer);
        });
        if (!asked) {
            busy.set(false);
            ear.accept(Answer.silent(target.name() + ": not asked, too many targets hang"));
        }
    }

    /** Why there is no answer when its time was up. */
    Answer<Seen> overdue(long patienceMillis) {
        late = true;
        return Answer.silent("%s: did not answer within %d ms".formatted(target.name(), patienceMillis));
    }
}
