package io.poolwright.detect;

import java.util.Optional;

/** Recognises one symptom: something that is wrong, whatever the cause. */
public interface Detector {

    /** The class name in kebab case; also the name of its page. */
    String id();

    /** What is wrong, in a few words. */
    String title();

    /**
     * Looks for the symptom at the end of what was seen.
     *
     * @param seen all frames so far, oldest first
     * @param reference frames from before anything was wrong; may be empty
     * @return one sentence with the numbers, the limit that they are held against, and why it matters; empty when the
     *     symptom is absent or a measurement that it needs is missing
     */
    Optional<String> look(Window seen, Window reference);
}
