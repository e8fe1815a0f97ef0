package io.poolwright.simulate.plan.sizing;

import io.poolwright.simulate.search.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Regrets as a table for people, and what they come to for each who recommended. */
public final class RegretTable {
    private RegretTable() {}

    /**
     * What somebody's regrets come to.
     *
     * @param who recommended
     * @param workloads how many
     * @param abstained of how many nothing was recommended
     * @param median of the others; empty when there is none
     * @param worst likewise
     * @param catastrophes how many
     */
    public record Sum(
            String who, int workloads, int abstained, OptionalDouble median, OptionalDouble worst, long catastrophes) {}

    /** What each one's come to, in the order of their first. */
    public static List<Sum> sums(List<Regret> regrets) {
        Map<String, List<Regret>> byWho = new LinkedHashMap<>();
        regrets.forEach(one ->
                byWho.computeIfAbsent(one.who(), who -> new ArrayList<>()).add(one));
        List<Sum> sums = new ArrayList<>();
        byWho.forEach((who, own) -> {
            double[] known = own.stream()
                    .flatMapToDouble(one -> one.regret().stream())
                    .sorted()
                    .toArray();
            int middle = known.length / 2;
            OptionalDouble median = known.length == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(
                            known.length % 2 == 1 ? known[middle] : (known[middle - 1] + known[middle]) / 2);
            sums.add(new Sum(
                    who,
                    own.size(),
                    own.size() - known.length,
                    median,
                    known.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(known[known.length - 1]),
                    own.stream().filter(Regret::catastrophe).count()));
        });
        return sums;
    }

    /** In Markdown: one line for each recommendation, then one for each who recommended. */
    public static String markdown(List<Regret> regrets) {
        StringBuilder text = new StringBuilder();
        text.append(
                "| Workload | Who | Pool | Acquire timeout | Measured at | p99 there | Best p99 | Regret | Noise | |\n");
        text.append("|---|---|---|---|---|---|---|---|---|---|\n");
        for (Regret one : regrets) {
            text.append("| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            one.workload(),
                            one.who(),
                            one.recommended()
                                    .map(size -> Integer.toString(size))
                                    .orElse("abstained"),
                            Numbers.seconds(one.acquireTimeout()),
                            one.recommended().isPresent() ? Integer.toString(one.measuredAt()) : "",
                            one.recommended().isPresent() ? Numbers.seconds(one.tail()) : "",
                            Numbers.seconds(one.best()),
                            percent(one.regret()),
                            percent(one.noise()),
                            one.catastrophe() ? "catastrophe" : ""));
        }
        text.append(
                "\n| Who | Workloads | Abstained | Median regret | Worst | Catastrophes |\n|---|---|---|---|---|---|\n");
        for (Sum sum : sums(regrets)) {
            text.append("| %s | %d | %d | %s | %s | %d |\n"
                    .formatted(
                            sum.who(),
                            sum.workloads(),
                            sum.abstained(),
                            percent(sum.median()),
                            percent(sum.worst()),
                            sum.catastrophes()));
        }
        return text.toString();
    }

    private static String percent(OptionalDouble share) {
        return share.isPresent() ? Numbers.percent(share.getAsDouble()) : "";
    }
}
