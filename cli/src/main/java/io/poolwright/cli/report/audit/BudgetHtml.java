package io.poolwright.cli.report.audit;

import io.poolwright.audit.Say;
import io.poolwright.audit.picture.FleetBudget;
import java.util.List;
import java.util.Optional;

/** What a fleet can hold open at one database, as a table with its sum; what is not known is a question mark. */
final class BudgetHtml {
    private final Markup out;

    BudgetHtml(Markup out) {
        this.out = out;
    }

    void draw(FleetBudget budget) {
        String where = budget.environment().isEmpty() ? "" : " in " + budget.environment();
        out.put("<div class=\"budget\">");
        out.table(
                "Connections of %s%s".formatted(budget.database(), where),
                List.of(
                        "Pool",
                        "#Copies at most",
                        "#Added by an update",
                        "#Connections each",
                        "#At most",
                        "Size from"));
        for (FleetBudget.Claim claim : budget.claims()) {
            out.row(List.of(
                    claim.pool(),
                    number(claim.copies()),
                    number(claim.surge()),
                    number(claim.each()),
                    number(claim.most()),
                    claim.place()));
        }
        out.endTable();
        out.put("<p class=\"%s\">%s</p></div>".formatted(isOver(budget) ? "wrong" : "sum", Markup.text(sum(budget))));
    }

    private static boolean isOver(FleetBudget budget) {
        return budget.left().filter(left -> left < 0).isPresent();
    }

    private static String sum(FleetBudget budget) {
        String claimed = (budget.isComplete() ? "" : "at least ") + Say.count(budget.claimed());
        String slots = "%s usable of %s accepted, %s kept for administrators"
                .formatted(words(budget.usable()), words(budget.accepted()), words(budget.reserved()));
        if (isOver(budget)) {
            long over = -budget.left().orElse(0L);
            return "✗ %s can be claimed, %s more than there are: %s.".formatted(claimed, Say.count(over), slots);
        }
        String sign = budget.isComplete() && budget.left().isPresent() ? "✓ " : "? ";
        return sign + "%s can be claimed: %s.".formatted(claimed, slots);
    }

    private static String number(Optional<Long> count) {
        return "#" + words(count);
    }

    private static String words(Optional<Long> count) {
        return count.map(Say::count).orElse("?");
    }
}
