package io.poolwright.cli.audit;

import io.poolwright.cli.UnmetNeedException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which rules judge: all, or only those enabled, and never those disabled. */
public final class Selection {
    private Selection() {}

    /** The ids of the rules that judge; a rule that does not exist is refused. */
    public static Set<String> of(Catalogue catalogue, List<String> enabled, List<String> disabled) {
        Set<String> only = known(catalogue, "--enable", enabled);
        Set<String> chosen = new LinkedHashSet<>(only.isEmpty() ? catalogue.ids() : only);
        chosen.removeAll(known(catalogue, "--disable", disabled));
        return chosen;
    }

    private static Set<String> known(Catalogue catalogue, String option, List<String> written) {
        Set<String> ids = new LinkedHashSet<>();
        for (String one : written) {
            for (String part : one.split(",", -1)) {
                String id = part.strip();
                if (!catalogue.ids().contains(id)) {
                    throw new UnmetNeedException(
                            "%s: there is no rule '%s'; %s".formatted(option, id, advice(id, catalogue)));
                }
                ids.add(id);
            }
        }
        return ids;
    }

    /** What to write instead of a rule that does not exist. */
    public static String advice(String id, Catalogue catalogue) {
        return Nearest.to(id, catalogue.ids())
                .map(near -> "the nearest is '%s'; all of them: poolwright rules list".formatted(near))
                .orElse("all of them: poolwright rules list");
    }
}
