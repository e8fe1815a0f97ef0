package io.poolwright.cli.report.simulate;

import io.poolwright.simulate.search.Outcome;
import java.util.Locale;
import java.util.Optional;

/**
 * A change that was tried on a stack in trouble.
 *
 * @param change in words: {@code pool.socket.timeout 50 ms → 100 ms}
 * @param effect what it does
 * @param popular whether people reach for it first
 * @param outcome of the runs with it; empty when they were cut short
 */
public record Remedy(String change, Effect effect, boolean popular, Optional<Outcome> outcome) {
    /** What a change does. */
    public enum Effect {
        RESTORES("✓", "restores"),
        SOMETIMES("~", "restores in some runs"),
        DOES_NOT("–", "does not"),
        MAKES_WORSE("✗", "makes it worse");

        private final String sign;
        private final String words;

        Effect(String sign, String words) {
            this.sign = sign;
            this.words = words;
        }

        /** A sign that needs no colour. */
        public String sign() {
            return sign;
        }

        /** In words. */
        public String words() {
            return words;
        }

        /** Its name for programs. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
