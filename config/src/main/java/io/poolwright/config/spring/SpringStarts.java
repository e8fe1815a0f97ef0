package io.poolwright.config.spring;

import io.poolwright.config.assemble.Assembly;
import io.poolwright.config.assemble.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which deployed unit starts which application, and how. */
final class SpringStarts {
    private static final Pattern NO_JAVA = Pattern.compile(
            "(^|[/-])(postgres|postgresql|postgis|mysql|mariadb|percona|redis|valkey|nginx|haproxy|pgbouncer|traefik|envoy|httpd|caddy"
                    + "|mongo|rabbitmq|kafka|zookeeper|elasticsearch|prometheus|grafana|adminer|phpmyadmin|pgadmin4?|node|python|php|wordpress"
                    + "|minio|mailhog|vault|consul|proxysql|busybox)(:|@|$|-)");

    private final Map<String, List<Workload>> byModule = new LinkedHashMap<>();
    private final List<Workload> withoutFiles = new ArrayList<>();

    SpringStarts(Map<String, List<SpringFile>> modules, Assembly assembly) {
        List<Workload> units =
                assembly.workloads().stream().filter(SpringStarts::mayBeJava).toList();
        Map<Workload, List<String>> claims = new HashMap<>();
        for (Map.Entry<String, List<SpringFile>> module : modules.entrySet()) {
            String path = module.getValue().get(0).name().path();
            for (Workload unit : assembly.running(path)) {
                if (units.contains(unit)) {
                    claims.computeIfAbsent(unit, one -> new ArrayList<>()).add(module.getKey());
                }
            }
        }
        for (Workload unit : units) {
            chosen(unit, claims.getOrDefault(unit, List.of()), modules.keySet())
                    .ifPresent(module -> byModule.computeIfAbsent(module, one -> new ArrayList<>())
                            .add(unit));
        }
        Set<Workload> taken = new HashSet<>();
        byModule.values().forEach(taken::addAll);
        List<Workload> free = units.stream()
                .filter(unit -> !taken.contains(unit) && saysSpring(unit))
                .toList();
        boolean single = modules.size() == 1 && free.size() == 1 && taken.isEmpty();
        if (single) {
            byModule.put(modules.keySet().iterator().next(), free);
        } else {
            withoutFiles.addAll(free);
        }
    }

    /** Of the modules in a unit's folders the only one, else the one of the unit's name. */
    private static Optional<String> chosen(Workload unit, List<String> claimed, Set<String> all) {
        if (claimed.size() == 1) {
            return Optional.of(claimed.get(0));
        }
        return (claimed.isEmpty() ? all : claimed)
                .stream().filter(module -> isNamedAfter(unit, module)).findFirst();
    }

    private static boolean isNamedAfter(Workload unit, String module) {
        String folder = plain(module.substring(module.lastIndexOf('/') + 1));
        if (folder.length() < 3) {
            return false;
        }
        String image = unit.image().map(SpringStarts::lastPiece).orElse("");
        return plain(unit.service().name()).equals(folder)
                || plain(image).equals(folder)
                || unit.names().stream().anyMatch(name -> plain(name).equals(folder));
    }

    private static String lastPiece(String image) {
        String name = image.substring(image.lastIndexOf('/') + 1);
        int end = name.indexOf(':');
        return end < 0 ? name : name.substring(0, end);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static boolean mayBeJava(Workload unit) {
        return unit.image()
                .map(image -> !NO_JAVA.matcher(image.toLowerCase(Locale.ROOT)).find())
                .orElse(true);
    }

    private static boolean saysSpring(Workload unit) {
        boolean variable = unit.environment().keySet().stream()
                .anyMatch(name -> name.startsWith("SPRING_") || name.startsWith("spring."));
        boolean option = unit.arguments().stream()
                .flatMap(word -> word.text().stream())
                .anyMatch(word -> word.contains("-Dspring.") || word.contains("--spring."));
        return variable || option;
    }

    /** The units that start the application of a folder. */
    List<Workload> running(String module) {
        return byModule.getOrDefault(module, List.of());
    }

    /** Units that certainly start a Spring application of which the tree has no files. */
    List<Workload> withoutFiles() {
        return List.copyOf(withoutFiles);
    }

    /** How a unit starts its program. */
    static Launch launch(Workload unit) {
        List<SpringProperty> variables = new ArrayList<>();
        unit.environment()
                .forEach((name, value) -> variables.add(value.text()
                        .map(text -> SpringProperty.of(name, text, value.origin()))
                        .orElseGet(() -> new SpringProperty(name, Optional.empty(), value.origin()))));
        List<SpringProperty> words = new ArrayList<>();
        for (Workload.Value argument : unit.arguments()) {
            argument.text().ifPresent(text -> Words.shell(text)
                    .forEach(word -> words.add(new SpringProperty("", Optional.of(word), argument.origin()))));
        }
        return new Launch(variables, words, true);
    }
}
