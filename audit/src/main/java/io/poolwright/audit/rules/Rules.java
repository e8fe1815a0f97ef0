package io.poolwright.audit.rules;

import io.poolwright.audit.Rule;
import io.poolwright.audit.rules.appserver.AppServerRules;
import io.poolwright.audit.rules.balancer.BalancerRules;
import io.poolwright.audit.rules.database.DatabaseRules;
import io.poolwright.audit.rules.driver.DriverRules;
import io.poolwright.audit.rules.httpclient.HttpClientRules;
import io.poolwright.audit.rules.ladder.LadderRules;
import io.poolwright.audit.rules.php.PhpRules;
import io.poolwright.audit.rules.pool.PoolRules;
import io.poolwright.audit.rules.pooler.PoolerRules;
import io.poolwright.audit.rules.web.WebRules;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every rule that judges a stack. */
public final class Rules {
    private Rules() {}

    /** One of each, by id. */
    public static List<Rule> all() {
        return Stream.of(
                        BalancerRules.all(),
                        WebRules.all(),
                        PhpRules.all(),
                        PoolRules.all(),
                        DriverRules.all(),
                        AppServerRules.all(),
                        HttpClientRules.all(),
                        PoolerRules.all(),
                        DatabaseRules.all(),
                        LadderRules.all())
                .flatMap(List::stream)
                .sorted(Comparator.comparing(rule -> rule.spec().id()))
                .toList();
    }

    /** The rule with this id. */
    public static Optional<Rule> byId(String id) {
        return all().stream().filter(rule -> rule.spec().id().equals(id)).findFirst();
    }
}
