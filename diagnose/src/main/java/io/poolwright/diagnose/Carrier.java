package io.poolwright.diagnose;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A deployment that shipped the very parameter that is the cause carried it: it contributes, and is neither cause nor cleared. */
final class Carrier {
    private static final String DEPLOYMENT = "recent-deployment";
    private static final Duration NEAR = Duration.ofSeconds(60);

    private Carrier() {}

    static Optional<String> of(String hypothesis, Scene scene, Optional<RootCause> stated) {
        if (!hypothesis.equals(DEPLOYMENT)) {
            return Optional.empty();
        }
        Instant from = scene.onset().minus(NEAR);
        Set<String> deployed = scene.changes().stream()
                .filter(change -> change.kind() == Change.Kind.DEPLOYMENT)
                .filter(change -> !change.at().isBefore(from) && !change.at().isAfter(scene.onset()))
                .map(Change::owner)
                .collect(Collectors.toSet());
        return stated.flatMap(RootCause::remedy)
                .flatMap(remedy -> Change.shipped(scene.changes(), deployed, from, scene.onset()).stream()
                        .filter(shipped -> names(shipped, remedy.parameter()))
                        .findFirst())
                .map(shipped -> "it carried the cause: it shipped " + shipped);
    }

    /** A file may write {@code connection-timeout} for what the product calls {@code connectionTimeout}. */
    private static boolean names(String shipped, String parameter) {
        String name = shipped.substring(0, Math.max(0, shipped.indexOf(' ')));
        return name.replace("-", "").equalsIgnoreCase(parameter);
    }
}
