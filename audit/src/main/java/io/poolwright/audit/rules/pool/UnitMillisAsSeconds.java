package io.poolwright.audit.rules.pool;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.Rule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A time in seconds is not written in milliseconds.
 *
 * <p>Line: a bare number of seconds is below 1000, or no multiple of 1000. Source: pgjdbc documentation; c3p0 C3P0Defaults; Tomcat JDBC pool documentation; Spring Boot metadata; PgBouncer config.
 */
public final class UnitMillisAsSeconds implements Rule {
    private static final RuleSpec SPEC = new RuleSpec(
            "unit-millis-as-seconds",
            "Value looks like milliseconds in a second property",
            Severity.HIGH,
            Scope.SINGLE_FILE,
            List.of(Layer.DRIVER, Layer.POOLER, Layer.DB),
            "pgjdbc documentation; c3p0 C3P0Defaults; Tomcat JDBC pool documentation; Spring Boot metadata; PgBouncer config");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,15}");

    /** By product: its settings whose bare number is seconds. */
    private static final Map<String, List<String>> SECONDS = Map.of(
            "pgjdbc",
            List.of("connectTimeout", "socketTimeout", "loginTimeout"),
            "c3p0",
            List.of("maxIdleTime", "maxConnectionAge", "idleConnectionTestPeriod", "unreturnedConnectionTimeout"),
            "tomcat-jdbc",
            List.of("removeAbandonedTimeout"),
            "spring-boot",
            List.of("spring.transaction.default-timeout", "spring.jdbc.template.query-timeout"),
            "pgbouncer",
            List.of(
                    "query_wait_timeout",
                    "query_timeout",
                    "client_idle_timeout",
                    "server_idle_timeout",
                    "server_connect_timeout",
                    "idle_transaction_timeout",
                    "client_login_timeout",
                    "cancel_wait_timeout"));

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public List<Verdict> check(Stack stack) {

        List<Verdict> verdicts = new ArrayList<>();
        SECONDS.forEach((product, names) -> stack.parts().stream()
                .filter(part -> part.product().equals(product))
                .forEach(part -> names.forEach(name -> verdict(part, name).ifPresent(verdicts::add))));
        return verdicts;
    }

    private static Optional<Verdict> verdict(Part part, String name) {
        Optional<Setting<?>> found = part.settings().find(name).filter(Setting::isDeclared);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Evidence evidence = Evidence.of(SPEC, part);
        Setting<?> setting = found.get();
        if (!setting.isKnown()) {
            return Optional.of(evidence.cannotTell(setting.source().replaceFirst("^unknown: ", "")));
        }
        evidence.use(setting, name);
        String text = setting.written().orElse("").strip();
        if (!WHOLE.matcher(text).matches()) {
            return Optional.of(evidence.pass());
        }
        long number = Long.parseLong(text);
        if (number < 1_000 || number % 1_000 != 0) {
            return Optional.of(evidence.pass());
        }
        return Optional.of(evidence.change(setting, String.valueOf(number / 1_000))
                .finding(
                        "%s of %s is %d seconds (%s), which looks like %d milliseconds"
                                .formatted(name, part, number, Say.time(Duration.ofSeconds(number)), number),
                        "%s %d".formatted(name, number / 1_000)));
    }
}
