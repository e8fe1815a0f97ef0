package io.poolwright.audit.rules.php;

import io.poolwright.audit.Rule;
import java.util.List;

/** All rules about PHP, PHP-FPM and WordPress, by id. */
public final class PhpRules {
    private PhpRules() {}

    /** One of each. */
    public static List<Rule> all() {
        return List.of();
    }
}
