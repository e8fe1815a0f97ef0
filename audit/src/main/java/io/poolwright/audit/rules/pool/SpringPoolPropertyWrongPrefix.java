package io.poolwright.audit.rules.pool;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.stream.Stream;

/**
 * A pool's property counts only under a prefix that is bound to the pool.
 *
 * <p>Line: keys of a pool stand under spring.datasource.hikari (tomcat, dbcp2, druid), or under a prefix that code binds. Source: Spring Boot reference, data source configuration; spring-configuration-metadata.json of Spring Boot 3.5.
 */
public final class SpringPoolPropertyWrongPrefix implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "spring-pool-property-wrong-prefix",
            "Pool property under a prefix that is not bound",
            Severity.HIGH,
            Scope.SINGLE_FILE,
            List.of(Layer.APP_POOL),
            "Spring Boot reference, data source configuration; spring-configuration-metadata.json of Spring Boot 3.5");
    private static final String MARK = "unbound: ";

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.APPLICATION, "spring-boot");
    }

    @Override
    public Verdict judge(Part application, Stack stack, Evidence evidence) {

        List<Setting<?>> unbound = application.settings().all().stream()
                .filter(setting -> setting.name().startsWith(MARK))
                .toList();
        if (unbound.isEmpty()) {
            return evidence.pass();
        }
        Setting<?> first = unbound.get(0);
        unbound.stream().skip(1).forEach(one -> evidence.related(one.origin().orElseThrow(), key(one)));
        return evidence.at(first)
                .finding(
                        "%s is not read: no pool is bound to that prefix%s"
                                .formatted(
                                        key(first),
                                        unbound.size() > 1
                                                ? ", nor %s".formatted(Say.count(unbound.size() - 1, "more key"))
                                                : ""),
                        "spring.datasource.hikari.%s, if the pool is HikariCP and knows it"
                                .formatted(key(first).substring(key(first).lastIndexOf('.') + 1)));
    }

    private static String key(Setting<?> setting) {
        return setting.name().substring(MARK.length());
    }
}
