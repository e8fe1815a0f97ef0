package io.poolwright.config.spring;

import io.poolwright.config.spring.SourceFacts.Kind;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Version;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * The application itself: shutdown, transactions, sessions, threads.
 *
 * <p>Defaults: Spring Boot's configuration metadata.
 */
final class ApplicationPart {
    private static final String OF = "Spring Boot";

    private final ApplicationFacts facts;
    private final SpringSettings settings;

    private ApplicationPart(ApplicationFacts facts, SpringSettings settings) {
        this.facts = facts;
        this.settings = settings;
    }

    static Part of(ApplicationFacts facts, SpringSettings settings, boolean servlet) {
        return new ApplicationPart(facts, settings).build(servlet);
    }

    private Part build(boolean servlet) {
        Optional<Version> boot = facts.boot();
        Part.Builder part = Part.of(
                        io.poolwright.model.stack.Kind.APPLICATION,
                        "spring-boot",
                        facts.id(),
                        facts.name(),
                        facts.origin())
                .version(boot)
                .service(facts.service());
        part.with(WebServerPart.shutdown(settings, boot));
        part.with(
                Role.SHUTDOWN_TIMEOUT,
                settings.time(
                        ChronoUnit.MILLIS,
                        settings.unset("spring.lifecycle.timeout-per-shutdown-phase", Duration.ofSeconds(30), OF),
                        "spring.lifecycle.timeout-per-shutdown-phase"));
        part.with(settings.flag(
                settings.unset("spring.threads.virtual.enabled", false, OF), "spring.threads.virtual.enabled"));
        part.with(
                Setting.defaulted("virtual threads", facts.virtualThreads(settings), "spring.threads.virtual.enabled"));
        part.with(settings.flag(settings.unset("spring.jpa.open-in-view", true, OF), "spring.jpa.open-in-view"));
        Optional<Origin> configured = settings.environment().under("spring.jpa").stream()
                .map(SpringValue::declared)
                .findFirst();
        part.with(uses("jpa", facts.jpa().or(() -> configured)));
        part.with(uses("spring.jpa", configured));
        part.with(Setting.defaulted("servlet", servlet, "the build"));
        limits(part);
        UnboundKeys.of(settings.environment(), facts).forEach(part::with);
        part.with(settings.text(
                settings.unset("spring.main.web-application-type", "", OF), "spring.main.web-application-type"));
        return part.build();
    }

    /** Where transactions and queries are bounded. */
    private void limits(Part.Builder part) {
        Setting<Duration> transaction = settings.time(
                ChronoUnit.SECONDS,
                settings.unset("spring.transaction.default-timeout", Bound.FOREVER, OF),
                "spring.transaction.default-timeout");
        if (transaction.isDeclared()) {
            part.with(Role.REQUEST_TIMEOUT, transaction);
        } else {
            part.with(transaction);
        }
        part.with(settings.time(
                ChronoUnit.MILLIS,
                settings.unset("jakarta.persistence.query.timeout", Bound.FOREVER, "JPA"),
                "spring.jpa.properties.jakarta.persistence.query.timeout",
                "spring.jpa.properties.javax.persistence.query.timeout"));
        part.with(settings.time(
                ChronoUnit.SECONDS,
                settings.unset("spring.jdbc.template.query-timeout", Bound.FOREVER, OF),
                "spring.jdbc.template.query-timeout"));
        part.with(uses("query limit in code", facts.source().first(Kind.QUERY_LIMIT)));
        part.with(uses("drain in code", facts.source().first(Kind.DRAIN_IN_CODE)));
        part.with(uses("other query limit", otherLimit()));
    }

    /** A limit on queries under a name that we do not follow further: of Hibernate, MyBatis, or in an init statement. */
    private Optional<Origin> otherLimit() {
        return settings.environment().stated().stream()
                .filter(property -> {
                    String key = property.key().toLowerCase(Locale.ROOT);
                    String text = property.text().orElse("").toLowerCase(Locale.ROOT);
                    return key.contains("default-statement-timeout")
                            || key.contains("defaultstatementtimeout")
                            || (key.contains("query") && key.contains("timeout"))
                            || text.contains("statement_timeout")
                            || text.contains("max_execution_time")
                            || text.contains("max_statement_time");
                })
                .map(SpringProperty::origin)
                .findFirst();
    }

    private static Setting<Boolean> uses(String name, Optional<Origin> at) {
        return at.<Setting<Boolean>>map(origin -> Setting.declared(name, true, name, origin))
                .orElseGet(() -> Setting.defaulted(name, false, "what we see"));
    }
}
