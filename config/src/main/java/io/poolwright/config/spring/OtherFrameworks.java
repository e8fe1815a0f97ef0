package io.poolwright.config.spring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells by their keys the frameworks that share Spring's file names: Quarkus ({@code quarkus.datasource.*}) and Micronaut
 * ({@code datasources.default.*}).
 */
public final class OtherFrameworks {
    private static final Pattern PROFILED = Pattern.compile("\"?%([A-Za-z0-9_,.-]+?)\"?\\.(.+)");

    private OtherFrameworks() {}

    /** Whose application a file configures. */
    public enum Framework {
        /** Spring Boot, or nothing that says otherwise. */
        SPRING,
        /** Quarkus. */
        QUARKUS,
        /** Micronaut. */
        MICRONAUT
    }

    /** The framework whose keys the documents hold. */
    public static Framework of(List<SpringDocument> documents) {
        boolean micronaut = false;
        for (SpringDocument document : documents) {
            for (SpringProperty property : document.properties()) {
                String key = property.key();
                if (key.startsWith("spring.") || key.startsWith("spring[")) {
                    return Framework.SPRING;
                }
                if (key.startsWith("quarkus.") || PROFILED.matcher(key).matches()) {
                    return Framework.QUARKUS;
                }
                micronaut |= key.startsWith("micronaut.") || key.startsWith("datasources.");
            }
        }
        return micronaut ? Framework.MICRONAUT : Framework.SPRING;
    }

    /**
     * Quarkus' properties as they are in production: keys of {@code %prod.} take the place of plain ones, those of other
     * profiles fall away. Source: Quarkus configuration reference, "Profiles"; production is the default outside of tests.
     */
    public static List<SpringProperty> quarkusInProduction(List<SpringProperty> properties) {
        List<SpringProperty> plain = new ArrayList<>();
        List<SpringProperty> production = new ArrayList<>();
        for (SpringProperty property : properties) {
            Matcher profiled = PROFILED.matcher(property.key());
            if (!profiled.matches()) {
                plain.add(property);
            } else if (List.of(profiled.group(1).split(",", -1)).contains("prod")) {
                production.add(new SpringProperty(profiled.group(2), property.text(), property.origin()));
            }
        }
        plain.addAll(production);
        return plain;
    }

    /** The names behind a prefix, sorted: {@code datasources} of Micronaut gives {@code default}, {@code reports}. */
    public static List<String> namesUnder(SpringEnvironment environment, String prefix) {
        TreeSet<String> names = new TreeSet<>();
        for (SpringValue value : environment.under(prefix)) {
            int dot = value.name().indexOf('.');
            Optional.of(value.name().substring(0, Math.max(0, dot)))
                    .filter(name -> !name.isEmpty())
                    .ifPresent(names::add);
        }
        return List.copyOf(names);
    }
}
