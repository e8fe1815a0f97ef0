package io.poolwright.config.compose;

import io.poolwright.config.Secrets;
import io.poolwright.config.container.Written;
import io.poolwright.config.yaml.YamlScalar;
import java.util.Map;

/** Fills the variables of a project into its values. */
record Filling(Map<String, Written> variables) {

    Written fill(YamlScalar scalar) {
        Written filled = Variables.fill(scalar.text(), scalar.origin(), variables);
        return filled.with(Secrets.redacted("", filled.text()));
    }

    /** The same for the value of a key, which may be secret because of its name. */
    Written fill(String key, YamlScalar scalar) {
        Written filled = fill(scalar);
        return filled.with(Secrets.redacted(key, filled.text()));
    }
}
