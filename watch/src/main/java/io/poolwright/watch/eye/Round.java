package io.poolwright.watch.eye;

import io.poolwright.model.Answer;
import io.poolwright.model.live.Seen;
import io.poolwright.watch.targets.Target;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * One look at all targets of a service: asked together, over when the last has answered or their time is up, whichever is
 * first. An answer that comes later is lost; it would be about another moment.
 */
final class Round {
    private final List<Asked> asked;
    private final Instant at;
    private final long patienceMillis;
    private final BiConsumer<Instant, Map<Target, Answer<Seen>>> ear;
    private final Map<Target, Answer<Seen>> answers = new LinkedHashMap<>();
    private boolean over;

    Round(List<Asked> asked, Instant at, long patienceMillis, BiConsumer<Instant, Map<Target, Answer<Seen>>> ear) {
        this.asked = asked;
        this.at = at;
        this.patienceMillis = patienceMillis;
        this.ear = ear;
    }

    void begin(Lanes lanes) {
        for (Asked one : asked) {
            one.ask(lanes, at, answer -> answered(one.target(), answer));
        }
    }

    private synchronized void answered(Target target, Answer<Seen> answer) {
        if (!over) {
            answers.put(target, answer);
            if (answers.size() == asked.size()) {
                end();
            }
        }
    }

    /** The time is up. */
    synchronized void timeUp() {
        if (!over) {
            for (Asked one : asked) {
                answers.computeIfAbsent(one.target(), key -> one.overdue(patienceMillis));
            }
            end();
        }
    }

    /** Whether it has ended. */
    synchronized boolean isOver() {
        return over;
    }

    private void end() {
        over = true;
        ear.accept(at, Map.copyOf(answers));
    }
}
