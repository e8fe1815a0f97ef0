package io.poolwright.config.kubernetes;

import io.poolwright.config.Secrets;
import io.poolwright.config.container.Written;
import io.poolwright.config.yaml.YamlEntry;
import io.poolwright.config.yaml.YamlNode;
import io.poolwright.config.yaml.YamlScalar;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The environment variables of a container: {@code envFrom} first, then {@code env}, and <code>$(NAME)</code> filled in from
 * those above. Values out of Secrets and out of the pod's own state are there but not known. Source: Kubernetes API
 * reference, Container and EnvVar.
 */
public final class PodEnvironment {
    private static final Pattern REFERENCE = Pattern.compile("\\$(\\$)?\\(([A-Za-z_.-][A-Za-z0-9_.-]*)\\)");

    private final Function<String, Optional<ConfigMap>> configMaps;
    private final Map<String, Written> found = new LinkedHashMap<>();

    private PodEnvironment(Function<String, Optional<ConfigMap>> configMaps) {
        this.configMaps = configMaps;
    }

    /**
     * The variables of a container.
     *
     * @param configMaps the ConfigMap of a name in the container's namespace
     */
    public static Map<String, Written> of(
            KubernetesContainer container, Function<String, Optional<ConfigMap>> configMaps) {
        PodEnvironment environment = new PodEnvironment(configMaps);
        container.tree().list("envFrom").forEach(environment::from);
        container.tree().list("env").forEach(environment::one);
        return environment.found;
    }

    private void from(YamlNode source) {
        String prefix = source.text("prefix").orElse("");
        source.text("configMapRef", "name").flatMap(configMaps).ifPresent(map -> map.entries()
                .forEach(entry ->
                        entry.value().scalar().ifPresent(value -> put(prefix + entry.name(), Unfilled.of(value)))));
    }

    private void one(YamlNode variable) {
        Optional<YamlScalar> name = variable.scalar("name");
        if (name.isEmpty()) {
            return;
        }
        Optional<YamlNode> written = variable.at("value");
        if (written.isPresent()) {
            Written value = written.get()
                    .scalar()
                    .map(this::filled)
                    .orElseGet(() -> Written.plain("", written.get().origin()));
            put(name.get().text(), value);
            return;
        }
        put(name.get().text(), referred(variable, name.get()));
    }

    private Written referred(YamlNode variable, YamlScalar name) {
        Origin origin = variable.at("valueFrom").map(YamlNode::origin).orElse(name.origin());
        Optional<String> map = variable.text("valueFrom", "configMapKeyRef", "name");
        Optional<String> key = variable.text("valueFrom", "configMapKeyRef", "key");
        if (map.isPresent() && key.isPresent()) {
            Optional<YamlScalar> value = configMaps
                    .apply(map.get())
                    .flatMap(config -> config.entry(key.get()))
                    .map(YamlEntry::value)
                    .flatMap(YamlNode::scalar);
            if (value.isPresent()) {
                return Unfilled.of(value.get());
            }
            return unknown("key " + key.get() + " of ConfigMap " + map.get(), origin);
        }
        Optional<String> secret = variable.text("valueFrom", "secretKeyRef", "name");
        return unknown(secret.map(other -> "Secret " + other).orElse(name.text()), origin);
    }

    private static Written unknown(String what, Origin origin) {
        return new Written("", List.of(what), origin);
    }

    private Written filled(YamlScalar scalar) {
        Matcher reference = REFERENCE.matcher(scalar.text());
        StringBuilder text = new StringBuilder();
        List<String> missing = new ArrayList<>();
        int from = 0;
        while (reference.find() && text.length() < (1 << 16)) {
            text.append(scalar.text(), from, reference.start());
            from = reference.end();
            Written known = found.get(reference.group(2));
            if (reference.group(1) != null) {
                text.append("$(").append(reference.group(2)).append(')');
            } else if (known != null) {
                text.append(known.known() ? known.text() : "${" + reference.group(2) + "}");
                missing.addAll(known.missing());
            } else {
                text.append(reference.group());
            }
        }
        Written rest =
                Unfilled.of(scalar, text.append(scalar.text().substring(from)).toString());
        List<String> all = new ArrayList<>(missing);
        if (missing.isEmpty()) {
            all.addAll(rest.missing());
        }
        return new Written(rest.text(), all, scalar.origin());
    }

    private void put(String name, Written value) {
        found.put(name, value.with(Secrets.redacted(name, value.text())));
    }
}
