package io.poolwright.audit.rules.pooler;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * ProxySQL should retire a connection before the server closes it.
 *
 * <p>Line: 0 &lt; mysql-connection_max_age_ms &lt; wait_timeout, where either was written; by default the age is 0 and no connection
 * retires. Source: ProxySQL documentation; MySQL manual, wait_timeout (28,800 s).
 */
public final class ProxysqlAgeVsWaitTimeout implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "proxysql-age-vs-wait-timeout",
            "ProxySQL connection_max_age_ms=0 or above wait_timeout",
            Severity.MEDIUM,
            Scope.CROSS_LAYER,
            List.of(Layer.POOLER, Layer.DB),
            "ProxySQL documentation, mysql-connection_max_age_ms (0 by default)");

    private static final String AGE = "mysql-connection_max_age_ms";
    private static final Duration USUAL = Duration.ofHours(8);

    private static Optional<Part> subjectOf(Part pooler, Stack stack) {
        return stack.children(pooler, Kind.POOLER_DATABASE).stream()
                .flatMap(line -> Poolers.database(line, stack).stream())
                .min(Comparator.comparing(one -> one.role(Role.DB_IDLE_TIMEOUT).isKnown()
                        ? one.role(Role.DB_IDLE_TIMEOUT).get()
                        : Bound.FOREVER));
    }

    private static Verdict finding(Part pooler, String what, Evidence evidence) {
        return evidence.finding(
                "mysql-connection_max_age_ms of ProxySQL '%s' %s".formatted(pooler.name(), what),
                "connection_max_age_ms below wait_timeout, such as half of it");
    }

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOLER, "proxysql")
                .filter(pooler -> subjectOf(pooler, stack).isPresent() || pooler.isDeclared(AGE));
    }

    @Override
    public Verdict judge(Part subject, Stack stack, Evidence evidence) {
        Setting<Duration> setting = subject.duration(AGE);
        Duration age = evidence.use(setting, AGE);
        Optional<Part> server = subjectOf(subject, stack);
        if (age.isZero() && setting.isDeclared()) {
            server.ifPresent(
                    one -> evidence.useIfKnown(one.role(Role.DB_IDLE_TIMEOUT), "wait_timeout of '" + one.name() + "'"));
            return finding(
                    subject,
                    "is 0: no connection retires by age, and a server that closes one is noticed only when it is used",
                    evidence);
        }
        if (server.isEmpty()) {
            return evidence.cannotTell("wait_timeout of the servers behind ProxySQL '" + subject.name() + "'");
        }
        Setting<Duration> idle = server.get().role(Role.DB_IDLE_TIMEOUT);
        Duration wait = evidence.use(idle, "wait_timeout of '" + server.get().name() + "'");
        if (age.isZero()) {
            boolean lowered = idle.isDeclared() && wait.compareTo(USUAL) < 0;
            return lowered
                    ? finding(
                            subject,
                            "is 0 by default: nothing retires before wait_timeout, which is " + Say.time(wait),
                            evidence)
                    : evidence.pass();
        }
        return age.compareTo(wait) < 0
                ? evidence.pass()
                : finding(
                        subject,
                        "%s is no shorter than wait_timeout %s of '%s'"
                                .formatted(
                                        Say.time(age),
                                        Say.time(wait),
                                        server.get().name()),
                        evidence);
    }
}
