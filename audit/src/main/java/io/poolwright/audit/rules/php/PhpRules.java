package io.poolwright.audit.rules.php;

import io.poolwright.audit.Rule;
import java.util.List;

/** All rules about PHP, PHP-FPM and WordPress, by id. */
public final class PhpRules {
    private PhpRules() {}

    /** One of each. */
    public static List<Rule> all() {
        return List.of(
                new FpmChildrenMemory(),
                new FpmDefaultChildren(),
                new FpmDirectiveInPhpIni(),
                new FpmSlowlogWithoutTimeout(),
                new FpmSpareOrder(),
                new FpmTerminateMissing(),
                new FpmTimeoutOrder(),
                new MysqlFpmOvercommit(),
                new PhpPersistentDb(),
                new PhpSocketTimeoutExceeds(),
                new WpConfigAfterSettings(),
                new WpCoreBrokenInclude(),
                new WpCoreFileModified(),
                new WpCronInline(),
                new WpMaxExecutionOverride());
    }
}
