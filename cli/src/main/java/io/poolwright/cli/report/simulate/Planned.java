package io.poolwright.cli.report.simulate;

import io.poolwright.detect.Say;
import io.poolwright.simulate.Goal;
import io.poolwright.simulate.plan.Plan;
import io.poolwright.simulate.search.Numbers;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A plan, as every form of its report draws it.
 *
 * @param version of Poolwright
 * @param subject what it was made for: a folder, a scenario, a model's file
 * @param load that the stack must hold, in words
 * @param goal what was promised
 * @param plan itself
 * @param curve latency against load with the recommended settings; empty when it was not asked for
 * @param basis what all of it rests on
 */
public record Planned(
        String version, String subject, String load, Goal goal, Plan plan, List<LoadPoint> curve, Basis basis) {
    public Planned {
        Objects.requireNonNull(plan, "plan");
        curve = List.copyOf(curve);
    }

    /** The answer in a word or two. */
    String answer() {
        return switch (plan.kind()) {
            case RECOMMENDED -> {
                String what = plan.changes().isEmpty()
                        ? "leave it as it is"
                        : "change " + Words.count(plan.changes().size(), "setting");
                yield plan.keepsPromise() ? what : what + "; the promise stays broken";
            }
            case NO_SIZE_HOLDS -> "no pool size holds this load";
            case ABSTAINED -> "cannot tell";
        };
    }

    /** A sign that needs no colour. */
    String sign() {
        return switch (plan.kind()) {
            case RECOMMENDED -> plan.keepsPromise() ? "✓" : "!";
            case NO_SIZE_HOLDS -> "✗";
            case ABSTAINED -> "?";
        };
    }

    /** The answer in a sentence. */
    String why() {
        if (plan.kind() != Plan.Kind.RECOMMENDED) {
            return sentence(String.join("; ", plan.reasons()));
        }
        String predicted = plan.predictedAfter()
                .map(after -> "With them %s of the requests are answered well, and p99 is %s."
                        .formatted(Numbers.percent(after.goodShare().mean()), Figures.told(after.p99(), Say::time)))
                .map(said -> plan.keepsPromise()
                        ? said
                        : said
                                + " No size or limit that was looked at keeps the promise: what a request itself takes must"
                                + " become less, or the promise another.")
                .orElse("");
        if (plan.changes().isEmpty()) {
            return "Every size and limit that was looked at may stay. " + predicted.replace("With them ", "");
        }
        String settings = String.join(
                ", ",
                plan.changes().stream()
                        .map(one -> "%s %s".formatted(one.parameter().id(), Spoken.value(one.parameter(), one.value())))
                        .toList());
        return "Recommended: %s. %s".formatted(settings, predicted).strip();
    }

    private static String sentence(String text) {
        String whole = text.isEmpty() ? "no reason is known" : text;
        return Character.toUpperCase(whole.charAt(0)) + whole.substring(1) + (whole.endsWith(".") ? "" : ".");
    }

    /** What the command ends with. */
    public int exitCode() {
        if (plan.partial().isPresent()) {
            return 3;
        }
        return switch (plan.kind()) {
            case RECOMMENDED -> plan.keepsPromise() ? 0 : 1;
            case NO_SIZE_HOLDS -> 1;
            case ABSTAINED -> 3;
        };
    }

    /** That it was cut short, if so. */
    Optional<String> partial() {
        return plan.partial();
    }
}
