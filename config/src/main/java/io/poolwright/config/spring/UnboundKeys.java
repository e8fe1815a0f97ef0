package io.poolwright.config.spring;

import io.poolwright.config.spring.SourceFacts.Kind;
import io.poolwright.model.stack.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Pool settings under prefixes that Spring Boot binds to nothing: {@code spring.datasource.maximum-pool-size},
 * {@code spring.hikari.max-lifetime}, {@code spring.datasource.hikari.max-active}.
 *
 * <p>Silent where code may read them: a prefix bound to a data source, a pool made in code, a data source of Druid or c3p0, which
 * is usually made in code, and Spring Boot before 1.4, which did bind them.
 */
final class UnboundKeys {
    private static final String MAIN = "spring.datasource.";
    private static final Set<String> HIKARI = Set.of(
            "maximum-pool-size",
            "max-pool-size",
            "minimum-idle",
            "connection-timeout",
            "idle-timeout",
            "max-lifetime",
            "keepalive-time",
            "leak-detection-threshold",
            "validation-timeout",
            "initialization-fail-timeout",
            "connection-test-query",
            "pool-name");
    private static final Set<String> OTHERS = Set.of(
            "max-active",
            "max-total",
            "max-idle",
            "min-idle",
            "max-wait",
            "max-wait-millis",
            "initial-size",
            "test-on-borrow",
            "test-while-idle",
            "validation-query",
            "remove-abandoned",
            "remove-abandoned-timeout",
            "time-between-eviction-runs-millis",
            "min-evictable-idle-time-millis");

    private UnboundKeys() {}

    /** One setting for each, its name {@code unbound: } and the key as it is written. */
    static List<Setting<?>> of(ApplicationFacts facts, SpringEnvironment environment) {
        if (readInCode(facts, environment)) {
            return List.of();
        }
        Map<String, Setting<?>> unbound = new LinkedHashMap<>();
        for (SpringProperty property : environment.stated()) {
            String key = SpringNames.kebab(property.key());
            if (isUnbound(key) && facts.source().prefixes().stream().noneMatch(bound -> covers(bound.prefix(), key))) {
                String text = property.text().orElse("");
                unbound.putIfAbsent(key, Setting.declared("unbound: " + property.key(), text, text, property.origin()));
            }
        }
        return List.copyOf(unbound.values());
    }

    private static boolean isUnbound(String key) {
        String last = key.substring(key.lastIndexOf('.') + 1);
        String prefix = key.substring(0, key.length() - last.length());
        if (prefix.equals("spring.hikari.")) {
            return HIKARI.contains(last) || OTHERS.contains(last);
        }
        if (prefix.equals(MAIN)) {
            return HIKARI.contains(last) || OTHERS.contains(last);
        }
        return prefix.equals(MAIN + "hikari.") && (OTHERS.contains(last) || last.equals("max-pool-size"));
    }

    private static boolean covers(String bound, String key) {
        return key.startsWith(SpringNames.kebab(bound) + ".");
    }

    private static boolean readInCode(ApplicationFacts facts, SpringEnvironment environment) {
        String type = environment
                .first("spring.datasource.type")
                .flatMap(SpringValue::text)
                .orElse("");
        boolean byHand = type.contains("druid")
                || type.contains("c3p0")
                || facts.build().libraries().stream()
                        .anyMatch(one -> one.name().startsWith("druid")
                                || one.name().contains("c3p0")
                                || one.name().contains("shardingsphere"));
        return byHand
                || facts.source().first(Kind.POOL_IN_CODE).isPresent()
                || facts.source().first(Kind.READS_DATASOURCE_KEYS).isPresent()
                || facts.boot().filter(version -> !version.atLeast(1, 4, 0)).isPresent();
    }
}
