package io.poolwright.diagnose;

import java.util.Optional;

/** One thing that may be wrong, what must be true if it is, and what to change then. */
public interface Hypothesis {

    /** The class name in kebab case; also the name of its page. */
    String id();

    /** What would be wrong, in a few words. */
    String title();

    /** Holds every condition against the measurements. */
    Weighing weigh(Scene scene);

    /** The parameter to change if this is the cause; empty when it is no setting's fault or nothing can be computed. */
    default Optional<Remedy> remedy(Scene scene) {
        return Optional.empty();
    }

    /** What eases it at once and needs no deployment; empty when there is nothing of the kind. */
    default Optional<String> firstAid(Scene scene) {
        return Optional.empty();
    }
}
