package io.poolwright.audit.rules.appserver;

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
 * A session that stays open during the whole request keeps its connection as long.
 *
 * <p>Line: spring.jpa.open-in-view = false wherever JPA serves requests. Source: Spring Boot configuration metadata (default
 * true).
 */
public final class SpringOsivHoldsConnection implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "spring-osiv-holds-connection",
            "open-in-view keeps the connection for the whole request",
            Severity.MEDIUM,
            Scope.SINGLE_FILE,
            List.of(Layer.APP, Layer.APP_POOL),
            "Spring Boot configuration metadata, spring.jpa.open-in-view (true)");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.APPLICATION, "spring-boot")
                .filter(application -> application.flag("jpa").get())
                .filter(application -> application.flag("servlet").get())
                .filter(application -> !Programs.pools(application, stack).isEmpty());
    }

    @Override
    public Verdict judge(Part application, Stack stack, Evidence evidence) {
        Setting<Boolean> open = application.flag("spring.jpa.open-in-view");
        if (!evidence.use(open, "whether the session stays open")) {
            return evidence.pass();
        }
        Part pool = Programs.pools(application, stack).get(0);
        evidence.at(application.flag("spring.jpa").origin().orElseGet(() -> pool.text("url")
                .origin()
                .orElse(pool.origin())));
        evidence.at(open);
        evidence.related(pool.origin(), "the pool whose connections are held");
        return evidence.change(open, "false")
                .finding(
                        "open-in-view is %s in '%s': once a request has touched the database it keeps its connection until the answer is written, remote calls included"
                                .formatted(open.isDeclared() ? "on" : "left on (the default)", application.name()),
                        "spring.jpa.open-in-view: false, and fetch what a view needs inside the transaction");
    }
}
