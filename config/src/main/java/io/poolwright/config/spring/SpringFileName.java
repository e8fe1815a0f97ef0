package io.poolwright.config.spring;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the path of an {@code application.yml} says: whose it is, where Spring finds it, and for which profile.
 *
 * @param path as given, with {@code /}
 * @param module folder of the application: the one above {@code src/main/resources}, or the file's own; may be empty
 * @param place where Spring finds it
 * @param stem {@code application} or {@code bootstrap}
 * @param profile of {@code application-prod.yml}: {@code prod}
 * @param extension {@code properties}, {@code yml} or {@code yaml}
 */
public record SpringFileName(
        String path, String module, Place place, String stem, Optional<String> profile, String extension) {
    private static final Pattern NAME =
            Pattern.compile("(application|bootstrap)(?:-([A-Za-z0-9_.+@-]{1,80}))?\\.(properties|yml|yaml)");
    private static final Pattern TEST = Pattern.compile(
            "(^|/)(src/(test|it|integration-?test|intTest|testFixtures|e2e|functionalTest)|test/resources|test-resources"
                    + "|androidTest)/",
            Pattern.CASE_INSENSITIVE);

    /** Where Spring finds a file; later places win over earlier ones. */
    public enum Place {
        /** In the jar, {@code src/main/resources/}. */
        CLASSPATH,
        /** In the jar, {@code src/main/resources/config/}. */
        CLASSPATH_CONFIG,
        /** Beside the jar. */
        FOLDER,
        /** Beside the jar in {@code config/}. */
        FOLDER_CONFIG
    }

    /** Reads a path; empty when it is no Spring Boot configuration file by its name. */
    public static Optional<SpringFileName> of(String path) {
        String clean = path.replace('\\', '/');
        int slash = clean.lastIndexOf('/');
        Matcher name = NAME.matcher(clean.substring(slash + 1));
        if (!name.matches()) {
            return Optional.empty();
        }
        String folder = slash < 0 ? "" : clean.substring(0, slash);
        Place place;
        String module;
        if (ends(folder, "src/main/resources")) {
            place = Place.CLASSPATH;
            module = above(folder, "src/main/resources");
        } else if (ends(folder, "src/main/resources/config")) {
            place = Place.CLASSPATH_CONFIG;
            module = above(folder, "src/main/resources/config");
        } else if (ends(folder, "config")) {
            place = Place.FOLDER_CONFIG;
            module = above(folder, "config");
        } else {
            place = Place.FOLDER;
            module = folder;
        }
        return Optional.of(new SpringFileName(
                clean, module, place, name.group(1), Optional.ofNullable(name.group(2)), name.group(3)));
    }

    /** Whether it is part of the tests, which nobody deploys. */
    public boolean isTest() {
        return TEST.matcher(path).find();
    }

    /** Which of two files side by side wins: properties over yml over yaml. */
    int strength() {
        return switch (extension.toLowerCase(Locale.ROOT)) {
            case "properties" -> 2;
            case "yml" -> 1;
            default -> 0;
        };
    }

    private static boolean ends(String folder, String tail) {
        return folder.equals(tail) || folder.endsWith("/" + tail);
    }

    private static String above(String folder, String tail) {
        return folder.length() == tail.length() ? "" : folder.substring(0, folder.length() - tail.length() - 1);
    }
}
