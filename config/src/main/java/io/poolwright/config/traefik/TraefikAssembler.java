package io.poolwright.config.traefik;

import io.poolwright.config.assemble.Assembler;
import io.poolwright.config.assemble.Assembly;
import io.poolwright.config.assemble.EnvironmentName;
import io.poolwright.config.assemble.Image;
import io.poolwright.config.assemble.Leftovers;
import io.poolwright.config.assemble.Sources;
import io.poolwright.config.assemble.Workload;
import io.poolwright.config.source.SourceFile;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Adds Traefik: one process with what files, its arguments and variables, and the labels of other containers tell it. */
public final class TraefikAssembler implements Assembler {
    private static final String LABEL = "label ";
    private static final Pattern FILE = Pattern.compile(".*\\.(?:ya?ml|toml)");
    private static final Pattern MARK =
            Pattern.compile("(?im)^\\s*\\[?\\[?(?:entryPoints|serversTransports?|loadBalancer"
                    + "|http\\.(?:routers|services|middlewares|serversTransports))\\b");

    @Override
    public void assemble(Sources sources, String environment, Assembly into) {
        List<Workload> units = into.workloads().stream()
                .filter(unit -> unit.image().filter(TraefikAssembler::isTraefik).isPresent())
                .toList();
        List<TraefikSetting> settings = new ArrayList<>();
        Stream.concat(sources.tree().files().stream(), into.embedded().stream())
                .filter(file -> isTraefiks(file, environment, sources))
                .toList()
                .forEach(file -> read(file, sources).ifPresent(settings::addAll));
        units.forEach(unit -> fromUnit(unit, settings));
        TraefikConfiguration configuration = TraefikConfiguration.of(settings);
        if (units.isEmpty() && !configuration.looksLikeIt()) {
            return;
        }
        Origin first = units.isEmpty()
                ? settings.get(0).origin()
                : units.get(0).service().origin();
        TraefikParts parts = new TraefikParts(
                units.size() == 1 ? Optional.of(units.get(0)) : Optional.empty(), configuration, first, into);
        parts.add();
        for (Workload unit : into.workloads()) {
            labels(unit, parts);
        }
    }

    static boolean isTraefik(String image) {
        return Image.of(image).last().startsWith("traefik");
    }

    private static boolean isTraefiks(SourceFile file, String environment, Sources sources) {
        String path = file.relative().toLowerCase(Locale.ROOT);
        Optional<String> own = EnvironmentName.ofFolders(file.folder());
        return FILE.matcher(path).matches()
                && path.contains("traefik")
                && !Leftovers.is(file.relative())
                && (environment.isEmpty() || own.isEmpty() || EnvironmentName.same(own.get(), environment))
                && sources.peek(file)
                        .filter(text -> MARK.matcher(text).find() && !text.contains("apiVersion:") && !isCompose(text))
                        .isPresent();
    }

    private static boolean isCompose(String text) {
        return Pattern.compile("(?m)^services\\s*:").matcher(text).find();
    }

    private static Optional<List<TraefikSetting>> read(SourceFile file, Sources sources) {
        if (file.name().toLowerCase(Locale.ROOT).endsWith(".toml")) {
            return sources.parse(file, "traefik", one -> TraefikToml.parse(one.path(), one.text()));
        }
        return sources.yaml(file, "traefik").map(documents -> documents.stream()
                .flatMap(document -> TraefikSource.yaml(document).stream())
                .toList());
    }

    private static void fromUnit(Workload unit, List<TraefikSetting> settings) {
        for (Workload.Value argument : unit.arguments()) {
            argument.text()
                    .flatMap(text -> TraefikSource.argument(text, argument.origin()))
                    .ifPresent(settings::add);
        }
        unit.environment().forEach((name, value) -> value.text()
                .flatMap(text -> TraefikSource.variable(name, text, value.origin()))
                .ifPresent(settings::add));
        labelsOf(unit).forEach((key, setting) -> settings.add(setting));
    }

    private static void labels(Workload unit, TraefikParts parts) {
        Map<String, TraefikSetting> labels = labelsOf(unit);
        boolean off = Optional.ofNullable(labels.get("enable"))
                .filter(enable -> enable.value().equals("false"))
                .isPresent();
        if (!labels.isEmpty()
                && !off
                && unit.image().filter(TraefikAssembler::isTraefik).isEmpty()) {
            parts.container(unit, TraefikConfiguration.of(List.copyOf(labels.values())));
        }
    }

    private static Map<String, TraefikSetting> labelsOf(Workload unit) {
        Map<String, TraefikSetting> labels = new LinkedHashMap<>();
        for (Setting<?> setting : unit.service().settings().all()) {
            if (setting.name().startsWith(LABEL)
                    && setting.isKnown()
                    && setting.origin().isPresent()) {
                TraefikSource.label(
                                setting.name().substring(LABEL.length()),
                                String.valueOf(setting.get()),
                                setting.origin().get())
                        .ifPresent(label -> labels.put(label.key(), label));
            }
        }
        return labels;
    }
}
