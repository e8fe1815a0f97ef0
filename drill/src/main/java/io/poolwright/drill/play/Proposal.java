package io.poolwright.drill.play;

import java.util.Objects;

/**
 * What the diagnosis says and proposes, as far as a drill needs to know.
 *
 * @param cause id of the hypothesis
 * @param parameter parameter to change; empty text when the cause is no setting's
 * @param value value to set, with its unit; empty text likewise
 */
public record Proposal(String cause, String parameter, String value) {
    public Proposal {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(parameter, "parameter");
        Objects.requireNonNull(value, "value");
    }

    /** The bare number of the value, as configuration files want it; empty text when it has none. */
    public String number() {
        return value.replaceFirst("^\\s*(\\d+).*$", "$1").replaceFirst("^\\D.*$", "");
    }
}
