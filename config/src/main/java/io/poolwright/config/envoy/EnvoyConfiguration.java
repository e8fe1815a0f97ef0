package io.poolwright.config.envoy;

import io.poolwright.config.yaml.YamlMap;
import io.poolwright.config.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What one Envoy file declares: a bootstrap's {@code static_resources}, or the {@code resources} of a file that Envoy
 * watches. Clusters and routes that a control plane sends are not here. Source: Envoy API v3; v2 names are understood.
 */
public record EnvoyConfiguration(List<EnvoyListener> listeners, List<EnvoyCluster> clusters) {
    public EnvoyConfiguration {
        listeners = List.copyOf(listeners);
        clusters = List.copyOf(clusters);
    }

    /** Whether a document looks like Envoy's. */
    public static boolean looksLikeIt(YamlNode document) {
        return document instanceof YamlMap
                && (EnvoyFields.at(document, "static_resources").isPresent()
                        || EnvoyFields.list(document, "resources").stream()
                                .anyMatch(resource -> !typeOf(resource).isEmpty()));
    }

    /** Reads one document; what it does not declare is simply not there. */
    public static EnvoyConfiguration of(YamlNode document) {
        List<YamlNode> listeners = new ArrayList<>(EnvoyFields.list(document, "static_resources", "listeners"));
        List<YamlNode> clusters = new ArrayList<>(EnvoyFields.list(document, "static_resources", "clusters"));
        for (YamlNode resource : EnvoyFields.list(document, "resources")) {
            String type = typeOf(resource);
            if (type.endsWith(".Listener")) {
                listeners.add(resource);
            } else if (type.endsWith(".Cluster")) {
                clusters.add(resource);
            }
        }
        return new EnvoyConfiguration(
                listeners.stream().map(EnvoyListeners::of).toList(),
                clusters.stream().map(EnvoyClusters::of).toList());
    }

    private static String typeOf(YamlNode resource) {
        return resource.text("@type").filter(type -> type.contains("envoy.")).orElse("");
    }
}
