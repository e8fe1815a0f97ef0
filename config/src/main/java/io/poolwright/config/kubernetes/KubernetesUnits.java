package io.poolwright.config.kubernetes;

import io.poolwright.config.assemble.Assembly;
import io.poolwright.config.assemble.Sources;
import io.poolwright.config.assemble.Workload.Value;
import io.poolwright.config.container.Written;
import io.poolwright.config.source.SourceFile;
import io.poolwright.config.source.TextFile;
import io.poolwright.config.source.Unread;
import io.poolwright.config.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the deployed units of a cluster: one for each container, as each has an image and variables of its own. */
final class KubernetesUnits {
    private final Sources sources;
    private final Cluster cluster;
    private final Map<String, Map<String, String>> filesOfMaps = new HashMap<>();

    KubernetesUnits(Sources sources, Cluster cluster) {
        this.sources = sources;
        this.cluster = cluster;
    }

    void addTo(Assembly into) {
        cluster.configMaps().forEach(map -> embed(map, into));
        for (Workload workload : cluster.workloads()) {
            List<KubernetesContainer> containers = workload.containers();
            for (int i = 0; i < containers.size(); i++) {
                String name = i == 0
                        ? workload.name()
                        : workload.name() + "." + containers.get(i).name();
                String id = unused(relative(workload.origin().file()) + "/service/" + name, into);
                into.add(unit(id, name, workload, containers.get(i)));
            }
        }
        new IngressRoutes(cluster).addTo(into, this::relative);
        new AlbRoutes(cluster).addTo(into, this::relative);
    }

    private static String unused(String id, Assembly into) {
        String free = id;
        for (int i = 2; into.contains(free); i++) {
            free = id + "-" + i;
        }
        return free;
    }

    private void embed(ConfigMap map, Assembly into) {
        Map<String, String> files = new LinkedHashMap<>();
        for (EmbeddedFile file : map.files()) {
            String path = relative(file.origin().file()) + "/" + map.object().name() + "/" + file.name();
            if (!file.exact()) {
                sources.report(new Unread(
                        file.origin().file(),
                        Optional.of(file.origin()),
                        "'%s' stands in quotes on one line; written as a block (|) it can be read"
                                .formatted(file.name()),
                        false));
            } else if (files.putIfAbsent(file.name(), path) == null
                    && into.embedded().stream()
                            .noneMatch(other -> other.relative().equals(path))) {
                into.addEmbedded(new TextFile(file.origin().file(), path, file.text(), file.linesBefore()));
            }
        }
        filesOfMaps.putIfAbsent(map.object().name(), files);
    }

    private io.poolwright.config.assemble.Workload unit(
            String id, String name, Workload workload, KubernetesContainer container) {
        Map<String, Written> environment = PodEnvironment.of(container, cluster::configMap);
        List<ServiceObject> services = cluster.services().stream()
                .filter(service -> service.selects(workload.podLabels()))
                .toList();
        Set<Integer> ports = new LinkedHashSet<>();
        container.ports().forEach(port -> ports.add(port.number()));
        Map<String, String> mounts = mounts(container);
        return new io.poolwright.config.assemble.Workload(
                new KubernetesPart(cluster, workload, container).part(id, name, services, environment),
                container.image().flatMap(Written::value),
                values(environment),
                arguments(container),
                Set.copyOf(mounts.values()),
                Set.of(),
                mounts,
                names(workload, services),
                ports);
    }

    private Map<String, String> mounts(KubernetesContainer container) {
        Map<String, String> mounts = new LinkedHashMap<>();
        for (PodMount mount : container.mounts()) {
            filesOfMaps.getOrDefault(mount.configMap(), Map.of()).forEach((entry, path) -> mount.pathOf(entry)
                    .ifPresent(target -> mounts.put(target, path)));
        }
        return mounts;
    }

    private static Set<String> names(Workload workload, List<ServiceObject> services) {
        Set<String> names = new LinkedHashSet<>();
        services.forEach(service -> names.addAll(service.hostNames()));
        if (workload.object().kind().equals("StatefulSet")) {
            names.add(workload.name() + "-0");
            names.add(workload.name() + "-1");
        }
        return names;
    }

    private static Map<String, Value> values(Map<String, Written> environment) {
        Map<String, Value> values = new LinkedHashMap<>();
        environment.forEach((key, written) -> values.put(key, new Value(written.value(), written.origin())));
        return values;
    }

    private static List<Value> arguments(KubernetesContainer container) {
        List<Written> words = new ArrayList<>(container.command());
        words.addAll(container.args());
        return words.stream()
                .map(word -> new Value(word.value(), word.origin()))
                .toList();
    }

    private String relative(String path) {
        return sources.at(path).map(SourceFile::relative).orElse(path);
    }

    static List<YamlNode> portsOf(ServiceObject service) {
        return service.object().tree().list("spec", "ports");
    }
}
