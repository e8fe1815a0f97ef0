package io.poolwright.simulate.search;

import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.Step;
import io.poolwright.simulate.Window;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Watches for a run that will not come right any more: nothing changes in it any longer, and for 20 s hardly a request was answered.
 *
 * <p>A stack that is down is the dearest one to simulate, with every request tried several times. That ending such runs early leaves
 * every verdict as it is was tried on all changes of all scenarios; a test holds it.
 */
final class Hopeless {
    /** Seconds without hope. */
    private static final int WINDOW = 20;
    /** Share of the offered below which a second is without hope. */
    private static final double SHARE = 0.02;

    private final double since;
    private final Deque<Window> last = new ArrayDeque<>();
    private boolean ended;

    Hopeless(StackModel model) {
        List<Step> steps = model.steps();
        this.since = steps.isEmpty() ? 0 : steps.get(steps.size() - 1).at();
    }

    /** Takes the next second; false once there is no hope. */
    boolean goOn(Window second) {
        Window.Customers customers = second.customers();
        boolean down = customers.offered() > 0 && customers.good() <= SHARE * customers.offered();
        if (second.from() < since || !down) {
            last.clear();
            return true;
        }
        last.addLast(second);
        ended = last.size() >= WINDOW;
        return !ended;
    }

    /** The hopeless seconds, when they ended the run. */
    Optional<Window> ended() {
        return ended ? Optional.of(Stretch.of(List.copyOf(last))) : Optional.empty();
    }
}
