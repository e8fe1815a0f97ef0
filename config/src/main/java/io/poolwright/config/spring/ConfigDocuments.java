package io.poolwright.config.spring;

import io.poolwright.config.Secrets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Which documents of an application's files are in force with some active profiles, and which is stronger.
 *
 * <p>Weakest first: bootstrap; plain files of the jar, files of a profile there; plain files beside the jar, files of a
 * profile there. An imported file is stronger than the document that imports it. Source: Spring Boot reference, "External
 * Application Properties", "Profile Specific Files", "Importing Additional Data".
 */
final class ConfigDocuments {
    private static final Pattern SECRETS =
            Pattern.compile("(optional:)?(configtree:[^,]*|(file:)?[^,]*\\.env[\\w.-]*(\\[\\.?[a-z]+])?)");

    private static final int MOST_IMPORTS = 50;

    private final List<SpringFile> files;
    private final Function<String, Optional<List<SpringDocument>>> imports;
    private final List<String> profiles;
    private final List<SpringNote> notes;
    private final Set<String> imported = new HashSet<>();

    ConfigDocuments(
            List<SpringFile> files,
            Function<String, Optional<List<SpringDocument>>> imports,
            List<String> profiles,
            List<SpringNote> notes) {
        this.files = files;
        this.imports = imports;
        this.profiles = profiles;
        this.notes = notes;
    }

    List<SpringDocument> inForce() {
        List<SpringDocument> all = new ArrayList<>();
        for (String stem : List.of("bootstrap", "application")) {
            for (boolean beside : List.of(false, true)) {
                group(stem, beside, Optional.empty(), all);
                List<String> named = profiles.isEmpty() ? List.of("default") : profiles;
                named.forEach(profile -> group(stem, beside, Optional.of(profile), all));
            }
        }
        return all;
    }

    private void group(String stem, boolean beside, Optional<String> profile, List<SpringDocument> into) {
        for (SpringFile file : files) {
            SpringFileName name = file.name();
            boolean isBeside = name.place().compareTo(SpringFileName.Place.FOLDER) >= 0;
            if (name.stem().equals(stem) && isBeside == beside && name.profile().equals(profile)) {
                add(file.documents(), into);
            }
        }
    }

    private void add(List<SpringDocument> documents, List<SpringDocument> into) {
        for (SpringDocument document : documents) {
            boolean counts = document.onProfile()
                            .map(expression -> expression.matches(profiles.isEmpty() ? List.of("default") : profiles))
                            .orElse(true)
                    && !document.needsPlatform();
            if (counts) {
                into.add(document);
                remote(document);
                document.list("spring.config.import").forEach(place -> follow(place, document, into));
            }
        }
    }

    /** The bootstrap way of naming a configuration server. */
    private void remote(SpringDocument document) {
        for (String key : List.of("spring.cloud.config.uri", "spring.cloud.nacos.config.server-addr")) {
            document.property(key)
                    .ifPresent(
                            property -> notes.add(new SpringNote(property.origin(), "a configuration server", true)));
        }
    }

    private void follow(String written, SpringDocument document, List<SpringDocument> into) {
        SpringProperty property = document.properties().stream()
                .filter(p -> SpringName.uniform(p.key()).startsWith("spring.config.import"))
                .findFirst()
                .orElseThrow();
        boolean optional = written.startsWith("optional:");
        String place = optional ? written.substring("optional:".length()) : written;
        String path = path(place, document.file());
        boolean remote = place.matches("(configserver|vault|consul|nacos|aws-[a-z]+|azure-[a-z-]+|zookeeper|kubernetes"
                + "|sm@?|https?|apollo|polaris):.*");
        if (remote || place.contains("${") || place.contains("*")) {
            notes.add(new SpringNote(property.origin(), "import of " + Secrets.redacted("", written), true));
            return;
        }
        if (path.endsWith("[.properties]")) {
            variables(path.substring(0, path.length() - "[.properties]".length()), place, into);
            return;
        }
        if (!path.toLowerCase(Locale.ROOT).matches(".*\\.(yml|yaml|properties)")) {
            notes.add(new SpringNote(property.origin(), "import of " + written, false));
            return;
        }
        if (imported.size() >= MOST_IMPORTS || !imported.add(path)) {
            return;
        }
        int dot = path.lastIndexOf('.');
        List<String> named = new ArrayList<>(List.of(path));
        profiles.forEach(profile -> named.add(path.substring(0, dot) + "-" + profile + path.substring(dot)));
        boolean found = false;
        for (String candidate : named) {
            Optional<List<SpringDocument>> documents = imports.apply(candidate);
            found |= documents.isPresent();
            documents.ifPresent(read -> add(read, into));
        }
        if (!found) {
            notes.add(new SpringNote(
                    property.origin(),
                    "import of " + written + ", which is not in the tree",
                    !bringsSecretsOnly(written)));
        }
    }

    /** A file such as {@code .env}, read as properties: beside the build, or at the root. It rarely is in the tree. */
    private void variables(String path, String place, List<SpringDocument> into) {
        String name = place.replaceFirst("^file:(\\./)?", "").replace("[.properties]", "");
        int module = path.indexOf("src/main/resources/");
        for (String candidate : List.of(module < 0 ? path : path.substring(0, module) + name, name)) {
            Optional<List<SpringDocument>> documents = imported.size() < MOST_IMPORTS && imported.add(candidate)
                    ? imports.apply(candidate)
                    : Optional.empty();
            if (documents.isPresent()) {
                add(documents.get(), into);
                return;
            }
        }
    }

    /**
     * Whether an import brings what a team keeps out of its repository, one secret a file or a {@code .env}: it fills
     * placeholders and passwords, and is not where pools are sized.
     */
    static boolean bringsSecretsOnly(String written) {
        return SECRETS.matcher(written).matches();
    }

    /** {@code classpath:} is the nearest {@code src/main/resources}; anything else is beside the importing file. */
    private static String path(String place, String importer) {
        String folder = importer.contains("/") ? importer.substring(0, importer.lastIndexOf('/') + 1) : "";
        if (place.startsWith("classpath:")) {
            int root = folder.indexOf("src/main/resources/");
            String base = root < 0 ? folder : folder.substring(0, root + "src/main/resources/".length());
            return base + place.substring("classpath:".length()).replaceFirst("^/+", "");
        }
        String relative = place.startsWith("file:") ? place.substring("file:".length()) : place;
        return folder + relative.replaceFirst("^(\\./)+", "").replaceFirst("^/+", "");
    }
}
