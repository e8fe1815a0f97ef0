package io.poolwright.audit.rules.driver;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.Rule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Times of pgjdbc are seconds.
 *
 * <p>Line: socketTimeout, connectTimeout and loginTimeout are below 1000 s. Source: pgjdbc documentation (seconds).
 */
public final class PgjdbcTimeoutHuge implements Rule {
    private static final RuleSpec SPEC = new RuleSpec(
            "pgjdbc-timeout-huge",
            "pgjdbc second timeout written in ms",
            Severity.HIGH,
            Scope.SINGLE_FILE,
            List.of(Layer.DRIVER),
            "pgjdbc documentation (seconds)");
    private static final List<String> NAMES = List.of("socketTimeout", "connectTimeout", "loginTimeout");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public List<Verdict> check(Stack stack) {

        List<Verdict> verdicts = new ArrayList<>();
        stack.all(Kind.DRIVER, "pgjdbc").forEach(driver -> NAMES.forEach(name -> verdicts.add(verdict(driver, name))));
        return verdicts;
    }

    private static Verdict verdict(Part driver, String name) {
        Evidence evidence = Evidence.of(SPEC, driver);
        Setting<Duration> timeout = driver.duration(name);
        if (!timeout.isDeclared()) {
            return evidence.pass();
        }
        if (!timeout.isKnown()) {
            return evidence.cannotTell(timeout.source().replaceFirst("^unknown: ", ""));
        }
        Duration inForce = evidence.use(timeout, name);
        if (Bound.isForever(inForce) || inForce.toSeconds() < 1_000) {
            return evidence.pass();
        }
        long fresh = Math.max(1, inForce.toSeconds() / 1_000);
        return evidence.change(timeout, String.valueOf(fresh))
                .finding(
                        "%s of pool '%s' is %d, which is seconds (%s): it protects from nothing"
                                .formatted(name, driver.name(), inForce.toSeconds(), Say.time(inForce)),
                        "%s=%d".formatted(name, fresh));
    }
}
