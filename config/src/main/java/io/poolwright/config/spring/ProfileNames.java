package io.poolwright.config.spring;

import java.util.Locale;
import java.util.Set;

/** Tells by its name whether a profile is meant for a desk, a test or a demonstration rather than for users. */
public final class ProfileNames {
    private static final Set<String> DESK = Set.of(
            "test",
            "tests",
            "testing",
            "tst",
            "it",
            "itest",
            "unittest",
            "unit",
            "integration",
            "integrationtest",
            "e2e",
            "dev",
            "devel",
            "develop",
            "development",
            "developer",
            "devtools",
            "local",
            "localhost",
            "localdev",
            "default",
            "ci",
            "demo",
            "h2",
            "hsql",
            "hsqldb",
            "derby",
            "sqlite",
            "inmemory",
            "memory",
            "mem",
            "mock",
            "mocks",
            "mocked",
            "stub",
            "sample",
            "samples",
            "example",
            "examples",
            "debug",
            "sandbox",
            "playground",
            "testcontainers",
            "tc",
            "bench",
            "jmh",
            "native",
            "template",
            "swagger",
            "apidocs",
            "openapi",
            "nodb");
    private static final Set<String> PRODUCTION = Set.of(
            "prod",
            "production",
            "prd",
            "pro",
            "live",
            "release",
            "docker",
            "compose",
            "container",
            "k8s",
            "kubernetes",
            "kube",
            "cloud",
            "aws",
            "azure",
            "gcp",
            "heroku",
            "openshift",
            "staging",
            "stage",
            "stg",
            "uat",
            "preprod",
            "online",
            "server",
            "main",
            "real");

    private ProfileNames() {}

    /** Whether what it configures is not what users meet. A name of several words counts by each of them. */
    public static boolean isDesk(String profile) {
        for (String word : words(profile)) {
            if (PRODUCTION.contains(word) && !word.equals("docker") && !word.equals("compose")) {
                return false;
            }
        }
        for (String word : words(profile)) {
            if (DESK.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether its name says that users meet it. */
    public static boolean isProduction(String profile) {
        if (isDesk(profile)) {
            return false;
        }
        for (String word : words(profile)) {
            if (PRODUCTION.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static String[] words(String profile) {
        return profile.toLowerCase(Locale.ROOT).split("[^a-z0-9]+");
    }
}
