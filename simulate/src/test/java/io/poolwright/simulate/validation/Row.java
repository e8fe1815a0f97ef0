package io.poolwright.simulate.validation;

import java.util.Locale;

/**
 * One number of a system: as the formula has it, and as it was simulated.
 *
 * @param what the system's parameters
 * @param measure which number
 * @param exact from the formula
 * @param simulated mean over the replications
 * @param error standard error of that mean, from the replications' spread
 * @param precision largest error that says anything, as a share of {@code exact}
 * @param allowance how far the formula itself may be off, as a share of {@code exact}; 0 for an exact one
 */
record Row(
        String what, String measure, double exact, double simulated, double error, double precision, double allowance) {
    private static final double ERRORS = 4;

    /** Within four standard errors of the formula, and the error small enough to mean something. */
    boolean holds() {
        return Math.abs(simulated - exact) <= ERRORS * error + allowance * exact && error <= precision * exact;
    }

    /** How many standard errors lie between the two; 0 when there is no error and no difference. */
    double distance() {
        return simulated == exact ? 0 : Math.abs(simulated - exact) / error;
    }

    String verdict() {
        if (holds()) {
            return "holds";
        }
        return error <= precision * exact ? "FAILS" : "TOO ROUGH";
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s | %s | %.6g | %.6g | %.2g | %.2f %% | %.1f | %s",
                what,
                measure,
                exact,
                simulated,
                error,
                exact == 0 ? 0 : 100 * error / exact,
                distance(),
                verdict());
    }
}
