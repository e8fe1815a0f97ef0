package io.poolwright.config.assemble;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tells from the words of a file's path or name which environment it is for. */
public final class EnvironmentName {
    /** Where tests run: never production. */
    public static final String TEST = "test";

    /** A developer's own machine: no production either. */
    public static final String DEVELOPMENT = "dev";

    private static final Map<String, List<String>> WORDS = Map.of(
            "prod",
            List.of("prod", "production", "prd", "live", "release"),
            "staging",
            List.of("staging", "stage", "stg", "preprod", "preproduction", "uat", "qa", "acceptance"),
            TEST,
            List.of(
                    "test",
                    "tests",
                    "testing",
                    "ci",
                    "e2e",
                    "integration",
                    "it",
                    "cypress",
                    "playwright",
                    "bench",
                    "benchmark",
                    "benchmarks",
                    "testdata",
                    "testsuite",
                    "fixtures"),
            DEVELOPMENT,
            List.of(
                    "dev",
                    "develop",
                    "development",
                    "local",
                    "debug",
                    "sandbox",
                    "devcontainer",
                    "minikube",
                    "kind",
                    "localhost"));

    private EnvironmentName() {}

    /** The environment that a word names, in its usual spelling: {@code prod}, {@code staging}, {@code test}, {@code dev}. */
    public static Optional<String> ofWord(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return WORDS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(lower))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The environment that some words joined by dots, dashes or underscores name: {@code prod-eu} is {@code prod}. */
    public static Optional<String> ofWords(String text) {
        for (String word : text.split("[^A-Za-z0-9]+", -1)) {
            Optional<String> name = ofWord(word);
            if (name.isPresent()) {
                return name;
            }
        }
        return Optional.empty();
    }

    /** The environment of the nearest folder that names one: {@code deploy/prod/eu/app.yml} is {@code prod}. */
    public static Optional<String> ofFolders(String folder) {
        String[] steps = folder.split("/", -1);
        for (int i = steps.length - 1; i >= 0; i--) {
            Optional<String> name = ofWord(steps[i]);
            if (name.isPresent()) {
                return name;
            }
        }
        return Optional.empty();
    }

    /** Whether it is one that serves users, as far as the name says. */
    public static boolean serves(String name) {
        return !name.equals(TEST) && !name.equals(DEVELOPMENT);
    }

    /** Whether two names mean one environment: {@code production} and {@code prod}. */
    public static boolean same(String a, String b) {
        return a.equalsIgnoreCase(b) || (ofWord(a).isPresent() && ofWord(a).equals(ofWord(b)));
    }
}
