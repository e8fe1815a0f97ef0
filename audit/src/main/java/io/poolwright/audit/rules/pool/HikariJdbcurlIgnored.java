package io.poolwright.audit.rules.pool;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
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
 * With a data source class the address is not read.
 *
 * <p>Line: not both dataSourceClassName and jdbcUrl. Source: HikariCP 7.1.0, HikariConfig.validate().
 */
public final class HikariJdbcurlIgnored implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "hikari-jdbcurl-ignored",
            "jdbcUrl ignored because dataSourceClassName is set",
            Severity.MEDIUM,
            Scope.SINGLE_FILE,
            List.of(Layer.APP_POOL),
            "HikariCP 7.1.0, HikariConfig.validate()");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOL, "hikaricp").filter(pool -> pool.isDeclared("dataSourceClassName"));
    }

    @Override
    public Verdict judge(Part pool, Stack stack, Evidence evidence) {

        Setting<String> source = pool.text("dataSourceClassName");
        Setting<String> url = pool.text("url");
        evidence.use(source, "the class of the data source");
        if (url.origin().isEmpty() || pool.isDeclared("driverClassName")) {
            return evidence
                    .pass(); // with a driver's class as well HikariCP does not start, which is another rule's matter
        }
        return evidence.at(url)
                .related(source.origin().orElseThrow(), "the class of the data source")
                .finding(
                        "The address of pool '%s' is not read, for dataSourceClassName is set: time-outs in it do not exist"
                                .formatted(pool.name()),
                        "move what the address says into the data source's properties, or remove dataSourceClassName");
    }
}
