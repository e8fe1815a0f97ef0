package io.poolwright.config.kubernetes;

import io.poolwright.config.Secrets;
import io.poolwright.config.container.Quantities;
import io.poolwright.config.container.Written;
import io.poolwright.config.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what another program was to fill in before the manifest is applied: {@code envsubst}, Helm, Ansible, Kustomize. */
final class Unfilled {
    private static final Pattern HOLE = Pattern.compile(
            "\\$\\{([A-Za-z_][A-Za-z0-9_]*)}|\\{\\{([^}]{0,200})}}|<%([^%]{0,200})%>|__([A-Z][A-Z0-9_]{1,60})__");

    private Unfilled() {}

    static Written of(YamlScalar scalar) {
        return of(scalar, scalar.text());
    }

    static Written of(YamlScalar scalar, String text) {
        List<String> missing = new ArrayList<>();
        Matcher hole = HOLE.matcher(text);
        while (hole.find()) {
            missing.add(hole.group().strip());
        }
        return new Written(Secrets.redacted("", text), missing, scalar.origin());
    }

    static Optional<Integer> count(String text) {
        OptionalInt count = Quantities.count(text);
        return count.isPresent() ? Optional.of(count.getAsInt()) : Optional.empty();
    }
}
