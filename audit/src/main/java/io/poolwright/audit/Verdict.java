package io.poolwright.audit;

/** What a rule says of one subject: a {@link Finding}, a {@link Pass}, or that it {@link CannotTell}. */
public sealed interface Verdict permits Finding, Verdict.Pass, Verdict.CannotTell {

    /** The rule's id. */
    String rule();

    /** The id of the part that was judged. */
    String subject();

    /** The line is kept, with inputs that are known. */
    record Pass(String rule, String subject) implements Verdict {}

    /**
     * An input is missing.
     *
     * @param missing what is not known, and how to supply it
     */
    record CannotTell(String rule, String subject, String missing) implements Verdict {}
}
