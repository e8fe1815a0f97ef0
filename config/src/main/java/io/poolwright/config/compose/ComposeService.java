package io.poolwright.config.compose;

import io.poolwright.config.container.ImageName;
import io.poolwright.config.container.ShellWords;
import io.poolwright.config.container.Written;
import io.poolwright.config.yaml.YamlEntry;
import io.poolwright.config.yaml.YamlList;
import io.poolwright.config.yaml.YamlMap;
import io.poolwright.config.yaml.YamlNode;
import io.poolwright.config.yaml.YamlScalar;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One service of a project: what it runs, what it is told, what it may use. Source: compose specification, “services”. */
public final class ComposeService {
    private final YamlScalar key;
    private final YamlMap tree;
    private final Filling filling;
    private final Map<String, Written> environment;

    ComposeService(YamlScalar key, YamlMap tree, Filling filling, Map<String, Written> environment) {
        this.key = key;
        this.tree = tree;
        this.filling = filling;
        this.environment = environment;
    }

    /** The key of the service, and a host name on the project's networks. */
    public String name() {
        return key.text();
    }

    /** Where its key stands, in the first of the files that speak of it. */
    public Origin origin() {
        return key.origin();
    }

    /** Everything that is written for it, merged and not filled in. */
    public YamlMap tree() {
        return tree;
    }

    /** The image that runs. */
    public Optional<Written> image() {
        return text("image");
    }

    /** The image's name taken apart; empty when a part of it is not known. */
    public Optional<ImageName> imageName() {
        return image().flatMap(Written::value).map(ImageName::parse);
    }

    /** The folder that the image is built from, relative to the file that says it. */
    public Optional<Written> buildContext() {
        return text("build").or(() -> text("build", "context")).or(() -> tree.at("build")
                .filter(YamlMap.class::isInstance)
                .map(build -> Written.plain(".", build.origin())));
    }

    /** The Dockerfile, relative to the build context. */
    public Optional<Written> dockerfile() {
        return text("build", "dockerfile");
    }

    /** Stage of the Dockerfile that is built; the last one when none is named. */
    public Optional<Written> buildTarget() {
        return text("build", "target");
    }

    /** Values for the Dockerfile's {@code ARG}s. */
    public Map<String, Written> buildArguments() {
        return pairs("build", "args");
    }

    /** The words after the entry point; empty when the image's own command runs. */
    public List<Written> command() {
        return words("command");
    }

    /** The words that start the program; empty when the image's own entry point runs. */
    public List<Written> entrypoint() {
        return words("entrypoint");
    }

    /** Environment variables by name, those of {@code env_file}s first. Secrets are redacted. */
    public Map<String, Written> environment() {
        return environment;
    }

    /** Files and folders of the host that it sees, configs included. */
    public List<ComposeMount> mounts() {
        List<ComposeMount> mounts = new ArrayList<>();
        items("volumes").forEach(item -> ComposeMount.volume(item, filling).ifPresent(mounts::add));
        items("configs").forEach(item -> ComposeMount.config(item, filling).ifPresent(mounts::add));
        return mounts;
    }

    /** Ports that are published on the host. */
    public List<ComposePort> ports() {
        return items("ports").stream()
                .flatMap(item -> ComposePort.of(item, filling).stream())
                .toList();
    }

    /** Ports that it only says it listens on. */
    public List<Written> expose() {
        return scalars("expose");
    }

    /** Services that are started before it. */
    public List<String> dependsOn() {
        return tree.at("depends_on").map(ServiceShape::names).map(YamlMap::keys).orElse(List.of());
    }

    /** Host names under which others reach it. */
    public Set<String> hostNames() {
        Set<String> names = new LinkedHashSet<>(Set.of(name()));
        text("container_name").flatMap(Written::value).ifPresent(names::add);
        text("hostname").flatMap(Written::value).ifPresent(names::add);
        for (YamlEntry network : tree.map("networks").entries()) {
            for (YamlNode alias : network.value().list("aliases")) {
                alias.scalar().map(filling::fill).flatMap(Written::value).ifPresent(names::add);
            }
        }
        return names;
    }

    /** Names that only this service knows others by: alias → service, from {@code links}. */
    public Map<String, String> links() {
        Map<String, String> links = new LinkedHashMap<>();
        for (Written link : scalars("links")) {
            String[] parts = link.text().split(":", 2);
            links.put(parts[parts.length - 1], parts[0]);
        }
        return links;
    }

    /** How many containers run; empty when nothing is said, which means one. */
    public Optional<Written> replicas() {
        return text("deploy", "replicas").or(() -> text("scale"));
    }

    /** Whether one container runs on every node of a swarm, however many there are. */
    public boolean everywhere() {
        return text("deploy", "mode")
                .map(mode -> mode.text().startsWith("global"))
                .orElse(false);
    }

    /** CPUs that one container may use. */
    public Optional<Written> cpuLimit() {
        return text("deploy", "resources", "limits", "cpus").or(() -> text("cpus"));
    }

    /** Memory that one container may use, in compose's units. */
    public Optional<Written> memoryLimit() {
        return text("deploy", "resources", "limits", "memory").or(() -> text("mem_limit"));
    }

    /** Open files that one process may have, soft limit. */
    public Optional<Written> openFiles() {
        return text("ulimits", "nofile", "soft").or(() -> text("ulimits", "nofile"));
    }

    /** Time between the stop signal and the kill; ten seconds when nothing is said. */
    public Optional<Written> stopGracePeriod() {
        return text("stop_grace_period");
    }

    /** The network that it stands on, such as {@code host}. */
    public Optional<Written> networkMode() {
        return text("network_mode");
    }

    /** Profiles that switch it on; empty when it always runs. */
    public List<Written> profiles() {
        return scalars("profiles");
    }

    /** Labels by name. */
    public Map<String, Written> labels() {
        Map<String, Written> labels = new LinkedHashMap<>(pairs("deploy", "labels"));
        labels.putAll(pairs("labels"));
        return labels;
    }

    /** Kernel settings of the container by name. */
    public Map<String, Written> sysctls() {
        return pairs("sysctls");
    }

    /** The command of the health check; empty when there is none. */
    public List<Written> healthCheck() {
        return tree.at("healthcheck").map(check -> words(check, "test")).orElse(List.of());
    }

    /** Time between two health checks; thirty seconds when nothing is said. */
    public Optional<Written> healthCheckInterval() {
        return text("healthcheck", "interval");
    }

    private Optional<Written> text(String... keys) {
        return tree.scalar(keys).map(filling::fill);
    }

    private List<YamlNode> items(String key) {
        return tree.at(key).map(ServiceShape::items).orElse(List.of());
    }

    private List<Written> scalars(String key) {
        return items(key).stream()
                .flatMap(item -> item.scalar().stream())
                .map(filling::fill)
                .toList();
    }

    private Map<String, Written> pairs(String... keys) {
        Map<String, Written> values = new LinkedHashMap<>();
        tree.at(keys).map(ServiceShape::pairs).ifPresent(pairs -> pairs.entries()
                .forEach(entry -> entry.value()
                        .scalar()
                        .ifPresent(value -> values.put(entry.name(), filling.fill(entry.name(), value)))));
        return values;
    }

    private List<Written> words(String key) {
        return words(tree, key);
    }

    private List<Written> words(YamlNode from, String key) {
        List<Written> words = new ArrayList<>();
        Optional<YamlNode> node = from.at(key);
        if (node.isPresent() && node.get() instanceof YamlList list) {
            list.items().forEach(item -> item.scalar().map(filling::fill).ifPresent(words::add));
        } else {
            Optional<YamlScalar> line = node.flatMap(YamlNode::scalar);
            line.map(filling::fill)
                    .ifPresent(whole -> ShellWords.split(whole.text()).forEach(word -> words.add(whole.with(word))));
        }
        return words;
    }
}
