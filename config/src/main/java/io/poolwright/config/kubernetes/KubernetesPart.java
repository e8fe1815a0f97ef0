package io.poolwright.config.kubernetes;

import io.poolwright.config.container.Quantities;
import io.poolwright.config.container.Written;
import io.poolwright.config.container.WrittenSetting;
import io.poolwright.config.yaml.YamlNode;
import io.poolwright.config.yaml.YamlScalar;
import io.poolwright.model.stack.Bytes;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes the part of one container: its copies, its limits, its times. Defaults: Kubernetes API reference, apps/v1. */
final class KubernetesPart {
    private static final String OF = "Kubernetes";

    private final Cluster cluster;
    private final Workload workload;
    private final KubernetesContainer container;

    KubernetesPart(Cluster cluster, Workload workload, KubernetesContainer container) {
        this.cluster = cluster;
        this.workload = workload;
        this.container = container;
    }

    Part part(String id, String name, List<ServiceObject> services, Map<String, Written> environment) {
        Part.Builder part = Part.of(Kind.SERVICE, "kubernetes", id, name, container.origin());
        part.with(Setting.defaulted("project", "kubernetes", "the cluster"));
        part.with(Setting.defaulted("pod", workload.object().kind() + "/" + workload.name(), "the manifest"));
        part.with(Setting.defaulted("kind", workload.object().kind(), "the manifest"));
        part.with(Setting.defaulted("rolling", workload.rolling(), "the manifest"));
        Optional<Autoscaler> autoscaler = cluster.autoscaler(workload);
        Setting<Long> replicas = replicas(autoscaler);
        Setting<Long> most = autoscaler
                .map(scaler -> scaler.max()
                        .map(max -> written("maxReplicas", max, WrittenSetting::count))
                        .orElseGet(
                                () -> Setting.<Long>unknown("maxReplicas", "maxReplicas of the autoscaler of " + name)))
                .orElse(replicas);
        part.with(Role.REPLICAS, replicas);
        part.with(Role.MAX_REPLICAS, most);
        part.with(Role.SURGE, surge(most));
        part.with(Role.CPU_LIMIT, limit("resources.limits.cpu", container.cpuLimit(), WrittenSetting::cpus));
        part.with(Role.MEMORY_LIMIT, limit("resources.limits.memory", container.memoryLimit(), KubernetesPart::bytes));
        part.with(
                Role.OPEN_FILES, Setting.unknown("open files", "the open files limit of the nodes' container runtime"));
        part.with(
                Role.GRACE_PERIOD,
                workload.terminationGracePeriodSeconds()
                        .map(grace -> written("terminationGracePeriodSeconds", grace, KubernetesPart::seconds))
                        .orElseGet(
                                () -> Setting.defaulted("terminationGracePeriodSeconds", Duration.ofSeconds(30), OF)));
        part.with(Role.PRE_STOP, preStop());
        part.with(
                Role.IMAGE,
                container
                        .image()
                        .map(image -> WrittenSetting.of("image", image, Optional::of))
                        .orElseGet(() -> Setting.unknown("image", "the image of container " + name)));
        container
                .readinessProbe()
                .ifPresent(
                        probe -> part.with(Setting.declared("readinessProbe", true, "readinessProbe", probe.origin())));
        for (ServiceObject service : services) {
            for (YamlNode port : KubernetesUnits.portsOf(service)) {
                port.text("port").flatMap(Unfilled::count).ifPresent(number -> service.targetPort(
                                number, workload.containers())
                        .ifPresent(
                                target -> part.with(Setting.defaulted("port " + number, String.valueOf(target), OF))));
            }
        }
        environment.forEach((key, value) -> part.with(value.value()
                .map(text -> Setting.declared("env " + key, text, text, value.origin()))
                .orElseGet(() -> Setting.unresolved(
                        "env " + key,
                        "the variable " + key + " comes from " + String.join(", ", value.missing()),
                        value.origin()))));
        return part.build();
    }

    private Setting<Long> replicas(Optional<Autoscaler> autoscaler) {
        if (workload.everywhere()) {
            return Setting.unknown(
                    "replicas", "the number of nodes, on each of which '" + workload.name() + "' runs once");
        }
        if (workload.object().kind().equals("CronJob") || workload.job()) {
            return Setting.defaulted("parallelism", 1L, OF);
        }
        if (workload.replicas().isPresent()) {
            return written("replicas", workload.replicas().get(), WrittenSetting::count);
        }
        Optional<YamlScalar> fewest = autoscaler.flatMap(Autoscaler::min);
        return fewest.isPresent()
                ? written("minReplicas", fewest.get(), WrittenSetting::count)
                : Setting.defaulted("replicas", 1L, OF);
    }

    /** Copies above the wanted number: a per cent is rounded up. */
    private Setting<Long> surge(Setting<Long> most) {
        if (!workload.rolling()) {
            return Setting.defaulted("maxSurge", 0L, OF);
        }
        Optional<YamlScalar> text = workload.maxSurge();
        if (text.isEmpty()) {
            return most.isKnown()
                    ? Setting.defaulted("maxSurge", share(most.get(), 25), OF + " (25%)")
                    : Setting.unknown("maxSurge", "the replicas of '" + workload.name() + "'");
        }
        return written(
                "maxSurge",
                text.get(),
                value -> value.endsWith("%")
                        ? WrittenSetting.count(value.substring(0, value.length() - 1))
                                .filter(percent -> most.isKnown())
                                .map(percent -> share(most.get(), percent))
                        : WrittenSetting.count(value));
    }

    private static long share(long of, long percent) {
        return (of * percent + 99) / 100;
    }

    private Setting<Duration> preStop() {
        Optional<PreStop> hook = container.preStop();
        if (hook.isEmpty()) {
            return Setting.defaulted("preStop", Duration.ZERO, OF);
        }
        return hook.get()
                .sleep()
                .map(sleep -> Setting.declared(
                        "preStop",
                        sleep,
                        "sleep " + sleep.toSeconds(),
                        hook.get().origin()))
                .orElseGet(() -> Setting.unresolved(
                        "preStop", "how long the preStop hook takes", hook.get().origin()));
    }

    private <T> Setting<T> limit(String name, Optional<YamlScalar> scalar, Function<String, Optional<T>> parse) {
        return scalar.map(value -> written(name, value, parse))
                .orElseGet(() ->
                        Setting.unknown(name, "%s of '%s', which is not written".formatted(name, workload.name())));
    }

    private static <T> Setting<T> written(String name, YamlScalar scalar, Function<String, Optional<T>> parse) {
        return WrittenSetting.of(name, Unfilled.of(scalar), parse);
    }

    private static Optional<Bytes> bytes(String text) {
        var bytes = Quantities.kubernetesBytes(text);
        return bytes.isPresent() ? Optional.of(new Bytes(bytes.getAsLong())) : Optional.empty();
    }

    private static Optional<Duration> seconds(String text) {
        return WrittenSetting.count(text).map(Duration::ofSeconds);
    }
}
