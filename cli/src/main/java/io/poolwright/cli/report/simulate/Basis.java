package io.poolwright.cli.report.simulate;

import io.poolwright.simulate.fit.Known;
import io.poolwright.simulate.fit.Unidentified;
import java.util.List;

/**
 * What an answer rests on.
 *
 * @param facts what was known or assumed, in the order of a request's way
 * @param open what nothing told
 * @param notes anything else that makes the answer more or less certain, a sentence each
 */
public record Basis(List<Fact> facts, List<Unidentified> open, List<String> notes) {
    public Basis {
        facts = List.copyOf(facts);
        open = List.copyOf(open);
        notes = List.copyOf(notes);
    }

    /**
     * One value.
     *
     * @param name of the parameter
     * @param value for people
     * @param how it is known
     */
    public record Fact(String name, String value, Known how) {}

    /** Values that were made up for want of better ones. */
    public List<Fact> assumed() {
        return facts.stream().filter(fact -> fact.how().isAssumed()).toList();
    }

    /** The kind of origin, in a word. */
    static String kind(Known how) {
        if (how instanceof Known.Declared) {
            return "declared";
        }
        if (how instanceof Known.Defaulted) {
            return "default";
        }
        return how.isAssumed() ? "assumed" : "measured";
    }

    /** Where it comes from, without the word that {@link #kind} says already. */
    static String source(Known how) {
        return how.origin().replaceFirst("^assumed: ", "").replaceFirst("^default of ", "");
    }
}
