package io.poolwright.config.spring;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Matches sets of active profiles with the names of environments. */
final class SpringVariant {
    private static final Set<String> PRODUCTION = Set.of("prod", "production", "prd", "live", "release");
    private static final Set<String> STAGING = Set.of("staging", "stage", "stg", "preprod", "uat", "qa");

    private SpringVariant() {}

    /** What an environment with these profiles is called: {@code prod} for {@code production}. */
    static String environment(List<String> profiles) {
        return profiles.isEmpty() ? "default" : usual(profiles.get(0));
    }

    private static String usual(String profile) {
        String lower = profile.toLowerCase(Locale.ROOT);
        return PRODUCTION.contains(lower) ? "prod" : STAGING.contains(lower) ? "staging" : lower;
    }

    /** The variant for an environment: the one of its name, else production's, else the first. */
    static List<String> choose(List<List<String>> variants, String environment) {
        return named(variants, usual(environment))
                .or(() -> named(variants, "prod"))
                .orElse(variants.get(0));
    }

    private static Optional<List<String>> named(List<List<String>> variants, String environment) {
        return variants.stream()
                .filter(profiles ->
                        profiles.stream().anyMatch(profile -> usual(profile).equals(environment)))
                .findFirst();
    }
}
