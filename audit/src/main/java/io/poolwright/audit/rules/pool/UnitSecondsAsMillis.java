package io.poolwright.audit.rules.pool;

import io.poolwright.audit.Change;
import io.poolwright.audit.Evidence;
import io.poolwright.audit.Rule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A time in milliseconds is not written in seconds.
 *
 * <p>Line: a number of milliseconds that people use for seconds (5, 10, 15, 20, 30, 60, 90, 120, 180, 300, 600, 900, 1800, 3600) is not below the least that makes sense for the setting. Source: the products' floors: HikariCP HikariConfig, Connector/J networking properties, Druid DruidAbstractDataSource.
 */
public final class UnitSecondsAsMillis implements Rule {
    private static final RuleSpec SPEC = new RuleSpec(
            "unit-seconds-as-millis",
            "Value looks like seconds in a millisecond property",
            Severity.HIGH,
            Scope.SINGLE_FILE,
            List.of(Layer.APP_POOL, Layer.DRIVER),
            "the products' floors: HikariCP HikariConfig, Connector/J networking properties, Druid DruidAbstractDataSource");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,15}");

    /** By product and setting: milliseconds below which a value makes no sense. */
    private static final Map<String, Map<String, Long>> LEAST = Map.of(
            "hikaricp",
            Map.of(
                    "connectionTimeout", 250L,
                    "validationTimeout", 250L,
                    "idleTimeout", 10_000L,
                    "maxLifetime", 30_000L,
                    "keepaliveTime", 30_000L,
                    "leakDetectionThreshold", 2_000L),
            "tomcat-jdbc",
            Map.of(
                    "maxWait",
                    250L,
                    "maxAge",
                    30_000L,
                    "minEvictableIdleTimeMillis",
                    1_000L,
                    "timeBetweenEvictionRunsMillis",
                    1_000L),
            "dbcp2",
            Map.of("maxWaitMillis", 250L, "maxConnLifetimeMillis", 30_000L, "minEvictableIdleTimeMillis", 1_000L),
            "druid",
            Map.of("maxWait", 250L, "minEvictableIdleTimeMillis", 30_000L, "maxEvictableIdleTimeMillis", 30_000L),
            "c3p0",
            Map.of("checkoutTimeout", 250L),
            "connector-j",
            Map.of("socketTimeout", 1_000L, "connectTimeout", 1_000L),
            "mariadb-connector-j",
            Map.of("socketTimeout", 1_000L, "connectTimeout", 1_000L));

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public List<Verdict> check(Stack stack) {

        List<Verdict> verdicts = new ArrayList<>();
        LEAST.forEach((product, settings) -> stack.parts().stream()
                .filter(part -> part.product().equals(product))
                .forEach(part -> settings.forEach(
                        (name, least) -> verdict(part, name, least).ifPresent(verdicts::add))));
        return verdicts;
    }

    private static Optional<Verdict> verdict(Part part, String name, long least) {
        Optional<Setting<?>> found = part.settings().find(name).filter(Setting::isDeclared);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Evidence evidence = Evidence.of(SPEC, part);
        Setting<?> setting = found.get();
        Setting<String> refusal = part.text(name + ".refused");
        String text = setting.written().or(refusal::written).orElse("");
        if (!WHOLE.matcher(text.strip()).matches()) {
            return setting.isKnown() || refusal.isKnown()
                    ? Optional.empty()
                    : Optional.of(evidence.cannotTell(setting.source().replaceFirst("^unknown: ", "")));
        }
        Setting<?> input = setting.isKnown() ? setting : refusal;
        evidence.use(input, name);
        long number = Slip.number(text);
        if (!Slip.seconds(text) || number >= least) {
            return Optional.of(evidence.pass());
        }
        return Optional.of(evidence.change(
                        Change.replace(input.origin().orElseThrow(), name, text, String.valueOf(number * 1_000)))
                .finding(
                        "%s of %s is %d milliseconds, which looks like %d seconds"
                                .formatted(name, part, number, number),
                        "%s %d".formatted(name, number * 1_000)));
    }
}
