package io.poolwright.audit.picture;

import io.poolwright.audit.Say;
import io.poolwright.model.stack.Bound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the rungs that are not below the one around them. Two limits that nobody wrote down are never held against each other,
 * and what nobody knows is held against nothing.
 */
final class Inversions {
    private Inversions() {}

    static List<Rung> marked(List<Rung> rungs) {
        List<Rung> marked = new ArrayList<>();
        for (int i = 0; i < rungs.size(); i++) {
            Rung inner = rungs.get(i);
            Optional<Rung> crossed = Optional.empty();
            for (int j = 0; j < i && crossed.isEmpty(); j++) {
                if (around(rungs.get(j), inner) && crosses(rungs.get(j), inner, rungs)) {
                    crossed = Optional.of(rungs.get(j));
                }
            }
            marked.add(
                    crossed.map(outer -> inner.inverted(sentence(outer, inner))).orElse(inner));
        }
        return marked;
    }

    /**
     * The wait for a connection comes before the statement, not around it; two drivers stand beside each other; and an
     * application's own limit cuts its statements, while the socket's is for a server that is gone.
     */
    private static boolean around(Rung outer, Rung inner) {
        if (outer.step().equals("application") && inner.step().equals("driver")) {
            return false;
        }
        return !outer.step().equals("pool wait")
                && (outer.step().equals("proxy") || !outer.step().equals(inner.step()));
    }

    private static boolean crosses(Rung outer, Rung inner, List<Rung> all) {
        if (outer.time().isEmpty()
                || inner.time().isEmpty()
                || (outer.at().isEmpty() && inner.at().isEmpty())) {
            return false;
        }
        Duration around = outer.time().get();
        Duration within = inner.time().get();
        if (Bound.isForever(around) || within.compareTo(around) < 0) {
            return false;
        }
        return outer.step().equals("driver") ? !Bound.isForever(within) : !boundElsewhere(inner, all);
    }

    /** Of driver and statement the shorter ends the query; beside one that nobody knows, neither is held against anything. */
    private static boolean boundElsewhere(Rung inner, List<Rung> all) {
        if (!inner.step().equals("driver") && !inner.step().equals("statement")) {
            return inner.time().filter(Bound::isForever).isPresent()
                    && inner.at().isEmpty();
        }
        Duration own = inner.time().orElseThrow();
        return all.stream()
                .filter(rung -> rung.step().equals("driver") || rung.step().equals("statement"))
                .filter(rung -> !rung.step().equals(inner.step()))
                .anyMatch(rung ->
                        rung.time().filter(time -> time.compareTo(own) >= 0).isEmpty());
    }

    private static String sentence(Rung outer, Rung inner) {
        Duration around = outer.time().orElseThrow();
        Duration within = inner.time().orElseThrow();
        String how = within.equals(around) ? "lasts as long as" : "outlasts";
        String what = Bound.isForever(within) ? "without a limit" : Say.time(within);
        return "%s (%s) %s %s (%s)".formatted(inner.step(), what, how, outer.step(), Say.time(around));
    }
}
