package io.poolwright.cli.report.simulate;

import io.poolwright.simulate.fit.Unidentified;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What an answer rests on, in words: first what was made up, then what nothing told. */
final class BasisText {
    /** So many values of one origin are only counted. */
    private static final int MANY = 6;

    private BasisText() {}

    /**
     * Puts it on a page.
     *
     * @param full whether what is known for sure is listed as well
     */
    static void on(Page page, Basis basis, boolean full) {
        if (!basis.facts().isEmpty()) {
            page.heading("Rests on");
            Map<String, Long> sources = basis.facts().stream()
                    .collect(Collectors.groupingBy(BasisText::origin, LinkedHashMap::new, Collectors.counting()));
            Columns columns = new Columns("parameter", "value", "", "from");
            basis.facts().stream()
                    .filter(fact -> full || (!isDefault(fact) && sources.getOrDefault(origin(fact), 0L) <= MANY))
                    .forEach(fact ->
                            columns.row(fact.name(), fact.value(), Basis.kind(fact.how()), Basis.source(fact.how())));
            if (!columns.isEmpty()) {
                columns.on(page);
            }
            if (!full) {
                hidden(page, basis, sources);
            }
        }
        if (!basis.open().isEmpty()) {
            page.heading("Not known");
            for (Unidentified open : basis.open()) {
                page.bullet(page.style().warm("?"), "%s: %s".formatted(open.what(), open.because()));
                page.bullet(" ", "to know it: " + open.measure());
            }
        }
        basis.notes().forEach(note -> page.bullet(page.style().mark("●", "-"), note));
    }

    private static void hidden(Page page, Basis basis, Map<String, Long> sources) {
        sources.forEach((origin, count) -> {
            if (count > MANY
                    && basis.facts().stream().anyMatch(fact -> origin(fact).equals(origin) && !isDefault(fact))) {
                page.line("  and %d values %s".formatted(count, origin));
            }
        });
        long defaults = basis.facts().stream().filter(BasisText::isDefault).count();
        if (defaults > 0) {
            page.line("  and %s of the products".formatted(Words.count((int) defaults, "default")));
        }
    }

    private static String origin(Basis.Fact fact) {
        return Basis.kind(fact.how()) + ": " + Basis.source(fact.how());
    }

    private static boolean isDefault(Basis.Fact fact) {
        return Basis.kind(fact.how()).equals("default");
    }
}
