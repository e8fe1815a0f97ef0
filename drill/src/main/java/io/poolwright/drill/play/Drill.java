package io.poolwright.drill.play;

import java.util.Optional;

/** A rehearsed outage. */
public interface Drill {

    /** The name to start it by. */
    String id();

    /** What it rehearses, in a few words. */
    String title();

    /** Id of the cause that it brings about; empty for a control that breaks nothing. */
    Optional<String> expectedCause();

    /** Customers that come each second while nothing is wrong (1/s). */
    double rate();

    /** Sets the workload before customers come; nothing is broken yet. */
    default void prepare(Stage stage) {}

    /** Plays it from base to recovery. */
    void play(Stage stage);
}
