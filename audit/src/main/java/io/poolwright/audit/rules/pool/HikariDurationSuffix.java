package io.poolwright.audit.rules.pool;

import io.poolwright.audit.Change;
import io.poolwright.audit.Evidence;
import io.poolwright.audit.Rule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HikariCP's times are plain milliseconds under Spring: a suffix fails the binding.
 *
 * <p>Line: digits only in connectionTimeout, idleTimeout, maxLifetime, keepaliveTime, validationTimeout, leakDetectionThreshold and initializationFailTimeout; HikariCP's own file may have suffixes since 6.3.0. Source: spring-configuration-metadata.json of Spring Boot 3.5 (java.lang.Long); HikariCP 6.3.0, PropertyElf.
 */
public final class HikariDurationSuffix implements Rule {
    private static final RuleSpec SPEC = new RuleSpec(
            "hikari-duration-suffix",
            "Duration suffix on a long property",
            Severity.CRITICAL,
            Scope.SINGLE_FILE,
            List.of(Layer.APP_POOL),
            "spring-configuration-metadata.json of Spring Boot 3.5 (java.lang.Long); HikariCP 6.3.0, PropertyElf");
    private static final List<String> TIMES = List.of(
            "connectionTimeout",
            "idleTimeout",
            "maxLifetime",
            "keepaliveTime",
            "validationTimeout",
            "leakDetectionThreshold",
            "initializationFailTimeout");
    private static final Pattern SUFFIXED =
            Pattern.compile("\\s*(\\d{1,15})\\s*(ms|s|m|h|d)\\s*", Pattern.CASE_INSENSITIVE);

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public List<Verdict> check(Stack stack) {

        List<Verdict> verdicts = new ArrayList<>();
        stack.all(Kind.POOL, "hikaricp")
                .forEach(pool -> TIMES.forEach(name -> verdict(pool, name).ifPresent(verdicts::add)));
        return verdicts;
    }

    private static Optional<Verdict> verdict(Part pool, String name) {
        Evidence evidence = Evidence.of(SPEC, pool);
        Setting<?> setting = pool.settings().find(name).orElseThrow();
        Setting<String> refusal = pool.text(name + ".refused");
        if (setting.isKnown()) {
            return setting.isDeclared() ? Optional.of(evidence.pass()) : Optional.empty();
        }
        boolean placeholder =
                setting.source().contains("${") || setting.source().contains("suffixes");
        if (!refusal.isKnown() && !(setting.isDeclared() && placeholder)) {
            return Optional.empty(); // not written, or unknown for another reason
        }
        if (!refusal.isKnown()) {
            return Optional.of(evidence.cannotTell(setting.source().replaceFirst("^unknown: ", "")));
        }
        Matcher time = SUFFIXED.matcher(refusal.written().orElseThrow());
        if (!time.matches()) {
            return Optional.empty();
        }
        evidence.use(refusal, "the time with a suffix");
        String plain = String.valueOf(Long.parseLong(time.group(1)) * Slip.millis(time.group(2)));
        return Optional.of(evidence.change(Change.replace(
                        refusal.origin().orElseThrow(), name, refusal.written().orElseThrow(), plain))
                .finding(
                        "%s of pool '%s' is written as '%s', and HikariCP takes milliseconds without a suffix: the application does not start"
                                .formatted(name, pool.name(), refusal.written().orElseThrow()),
                        plain));
    }
}
