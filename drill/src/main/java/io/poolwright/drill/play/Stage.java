package io.poolwright.drill.play;

import io.poolwright.drill.Load;
import io.poolwright.drill.RunningStack;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a drill is played: the stack, the load, and what can be seen of the effects. The wiring hands it in; a drill never
 * reads a metric itself.
 */
public interface Stage {

    /** The stack that is played with. */
    RunningStack stack();

    /** The customers. */
    Load load();

    /** A phase begins: {@code base}, {@code fault}, {@code wrong remedy}, {@code fix}, {@code recovered}. */
    void phase(String name, String what);

    /** Something is shipped or changed in plain sight. */
    void change(String what);

    /** The fault takes effect from now on. */
    void onset();

    /** A remedy is tried that people reach for and that does not help. */
    void misleading(String what);

    /** Lets time pass. */
    void hold(Duration time);

    /** Waits until the diagnosis has stated a cause, or the time is over. */
    Optional<Proposal> awaitCause(Duration longest);

    /** Shows the diagnosis in full. */
    void diagnosis();

    /** Shows the diagnosis and the change, and asks whether to apply it. */
    boolean consent(Proposal proposal);

    /** The fix is in force from now on. */
    void fixed(String what);

    /** Waits until customers are served as in the base phase and the stack's own signals agree, or the time is over. */
    boolean awaitRecovery(Duration longest);
}
