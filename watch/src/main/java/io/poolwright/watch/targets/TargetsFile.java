package io.poolwright.watch.targets;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.config.declared.Declaration;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads the targets of a {@code poolwright.yaml}. */
public final class TargetsFile {
    private static final Duration SHORTEST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Path file;
    private final List<Setting<?>> facts;

    private TargetsFile(Path file, List<Setting<?>> facts) {
        this.file = file;
        this.facts = facts;
    }

    /**
     * What a file declares.
     *
     * @throws IOException when the file cannot be read
     * @throws ConfigSyntaxException for what is not accepted, at its line
     */
    public static Targets read(Path file) throws IOException {
        return of(file, Files.readString(file, StandardCharsets.UTF_8));
    }

    /** What a text declares that stands, or would stand, in a file. */
    public static Targets of(Path file, String text) {
        return new TargetsFile(file, Declaration.parse(file.toString(), text)).targets();
    }

    private Targets targets() {
        Duration interval = one("watch.interval").map(this::interval).orElse(Targets.INTERVAL);
        Map<String, Map<String, Setting<?>>> declared = new LinkedHashMap<>();
        for (Setting<?> fact : facts) {
            String name = fact.name();
            if (name.startsWith("targets.")) {
                int last = name.lastIndexOf('.');
                declared.computeIfAbsent(name.substring("targets.".length(), last), key -> new LinkedHashMap<>())
                        .put(name.substring(last + 1), fact);
            }
        }
        List<Target> targets = new ArrayList<>();
        declared.forEach((name, own) -> targets.add(target(name, own, interval)));
        Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), Path.of("/"));
        return new Targets(
                one("watch.environment")
                        .map(setting -> String.valueOf(setting.get()))
                        .orElse(""),
                interval,
                Optional.of(one("watch.configuration")
                        .map(it -> folder.resolve(String.valueOf(it.get())).normalize())
                        .orElse(folder)),
                targets,
                Settings.of(facts));
    }

    private Target target(String name, Map<String, Setting<?>> own, Duration usual) {
        Origin at = own.values().iterator().next().origin().orElseGet(() -> new Origin(file.toString(), 1));
        String kindName = text(own, "kind")
                .orElseThrow(() -> new ConfigSyntaxException(
                        at, "target '" + name + "' without a kind", TargetKind.all(), "kind: prometheus"));
        TargetKind kind = TargetKind.of(kindName)
                .orElseThrow(() -> new ConfigSyntaxException(
                        origin(own, "kind", at), "kind '" + kindName + "'", TargetKind.all(), "kind: prometheus"));
        String address = text(own, "address")
                .orElseThrow(() -> new ConfigSyntaxException(
                        at,
                        "target '" + name + "' without an address",
                        "an address such as " + kind.example(),
                        "address: " + kind.example()));
        AddressForm.check(kind, address, origin(own, "address", at));
        String instance = text(own, "instance").orElse(name);
        return new Target(
                name,
                kind,
                text(own, "service").orElse(name),
                instance,
                address,
                text(own, "application").orElse(instance),
                text(own, "database"),
                text(own, "frontend"),
                text(own, "backend"),
                text(own, "pool"),
                text(own, "format"),
                Optional.ofNullable(own.get("interval")).map(this::interval).orElse(usual),
                text(own, "user"),
                secret(own),
                Optional.of(at));
    }

    private Secret secret(Map<String, Setting<?>> own) {
        Optional<String> variable = text(own, "secret_env");
        if (variable.isPresent()) {
            return new Secret.InEnvironment(variable.get());
        }
        return text(own, "secret_file")
                .<Secret>map(written -> new Secret.InFile(
                        file.toAbsolutePath().resolveSibling(written).normalize(), text(own, "secret_key")))
                .orElse(Secret.NONE);
    }

    private Duration interval(Setting<?> written) {
        Duration interval = (Duration) written.get();
        if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
            throw new ConfigSyntaxException(
                    written.origin().orElseGet(() -> new Origin(file.toString(), 1)),
                    "%s '%s ms'".formatted(written.name(), interval.toMillis()),
                    "200ms to 1h",
                    "interval: 1s");
        }
        return interval;
    }

    private Optional<Setting<?>> one(String name) {
        return facts.stream()
                .filter(fact -> fact.name().equals(name))
                .<Setting<?>>map(fact -> fact)
                .findFirst();
    }

    private static Optional<String> text(Map<String, Setting<?>> own, String key) {
        return Optional.ofNullable(own.get(key)).map(setting -> String.valueOf(setting.get()));
    }

    private static Origin origin(Map<String, Setting<?>> own, String key, Origin otherwise) {
        return Optional.ofNullable(own.get(key)).flatMap(Setting::origin).orElse(otherwise);
    }
}
