package io.poolwright.cli.simulate;

import io.poolwright.cli.UnmetNeedException;
import io.poolwright.cli.audit.Nearest;
import io.poolwright.simulate.Parameter;
import java.util.ArrayList;
import java.util.List;

/** Finds a parameter by the name that somebody wrote. */
final class Names {
    private Names() {}

    /**
     * The parameter.
     *
     * @param place what the name stands behind: {@code --set}
     */
    static Parameter parameter(String place, String name) {
        return Parameter.named(name).orElseThrow(() -> unknown(place, name, Parameter.names()));
    }

    /** There is no such parameter; the nearest is named. */
    static UnmetNeedException unknown(String place, String name, List<String> accepted) {
        List<String> words = new ArrayList<>(accepted);
        return new UnmetNeedException(Nearest.to(name, words)
                .map(near ->
                        "%s: there is no parameter '%s'; did you mean '%s'? All of them: poolwright simulate --parameters"
                                .formatted(place, name, near))
                .orElse("%s: there is no parameter '%s'; all of them: poolwright simulate --parameters"
                        .formatted(place, name)));
    }
}
