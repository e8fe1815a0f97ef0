package io.poolwright.config.spring;

import io.poolwright.config.spring.SourceFacts.Kind;
import io.poolwright.model.stack.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Keys of a pool under a prefix where no pool reads them: {@code spring.datasource.maximum-pool-size},
 * {@code spring.hikari.*}, another pool's words under HikariCP's prefix.
 *
 * <p>Where code may read them the keys are left alone. Source: Spring Boot reference, "Configure a Custom DataSource";
 * binding passes over names that the bound object does not have.
 */
final class UnboundKeys {
    private static final Set<String> OF_HIKARI = Set.of(
            "maximumpoolsize",
            "minimumidle",
            "maxlifetime",
            "connectiontimeout",
            "idletimeout",
            "keepalivetime",
            "leakdetectionthreshold",
            "validationtimeout",
            "poolname",
            "connectiontestquery",
            "autocommit",
            "connectioninitsql");
    private static final Set<String> OF_OTHERS = Set.of(
            "maxactive",
            "maxidle",
            "minidle",
            "maxwait",
            "maxtotal",
            "maxwaitmillis",
            "initialsize",
            "maxpoolsize",
            "minpoolsize",
            "testonborrow",
            "testonreturn",
            "testwhileidle",
            "validationquery",
            "timebetweenevictionrunsmillis",
            "minevictableidletimemillis",
            "removeabandoned",
            "removeabandonedtimeout",
            "maxage");

    private final SpringEnvironment environment;
    private final ApplicationFacts facts;
    private final List<Setting<?>> found = new ArrayList<>();

    private UnboundKeys(SpringEnvironment environment, ApplicationFacts facts) {
        this.environment = environment;
        this.facts = facts;
    }

    /** One setting for each, called {@code unbound: } and the whole key. */
    static List<Setting<?>> of(SpringEnvironment environment, ApplicationFacts facts) {
        UnboundKeys keys = new UnboundKeys(environment, facts);
        boolean old = facts.boot().filter(version -> !version.atLeast(2, 0, 0)).isPresent();
        boolean read = facts.source().first(Kind.POOL_IN_CODE).isPresent()
                || facts.source().first(Kind.READS_DATASOURCE_KEYS).isPresent();
        if (old || read) {
            return List.of();
        }
        if (keys.isHikari()) {
            keys.under("spring.datasource", OF_HIKARI, OF_OTHERS);
        }
        keys.under("spring.hikari", OF_HIKARI, OF_OTHERS);
        keys.under("spring.datasource.hikari", OF_OTHERS, Set.of());
        return keys.found;
    }

    /** Whether Spring Boot itself makes a HikariCP pool: no other type is named, no other starter is there. */
    private boolean isHikari() {
        String type = environment
                .get("spring.datasource.type")
                .map(SpringValue::shown)
                .orElse("hikari")
                .toLowerCase(Locale.ROOT);
        boolean other = facts.build().libraries().stream()
                .anyMatch(library -> library.name().startsWith("druid")
                        || library.name().equals("tomcat-jdbc")
                        || library.name().startsWith("dynamic-datasource")
                        || library.name().contains("shardingsphere"));
        return type.contains("hikari") && !other;
    }

    private void under(String prefix, Set<String> some, Set<String> more) {
        boolean bound = facts.source().prefixes().stream()
                .anyMatch(one -> one.pool() && SpringNames.kebab(one.prefix()).equals(prefix));
        if (bound && !prefix.equals("spring.datasource.hikari")) {
            return;
        }
        for (SpringValue value : environment.under(prefix)) {
            String name = SpringName.uniform(value.name());
            if (some.contains(name) || more.contains(name)) {
                String key = prefix + "." + value.name();
                found.add(Setting.declared("unbound: " + key, value.shown(), value.shown(), value.declared()));
            }
        }
    }
}
