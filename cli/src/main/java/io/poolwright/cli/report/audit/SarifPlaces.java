package io.poolwright.cli.report.audit;

import io.poolwright.model.Origin;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files as SARIF names them: from the working folder where they are in it, else in full. */
final class SarifPlaces {
    /** What relative names begin at. */
    static final String ROOT = "%SRCROOT%";

    private final Path here;

    SarifPlaces(Path here) {
        this.here = here.toAbsolutePath().normalize();
    }

    Map<String, Object> location(Origin at) {
        Map<String, Object> physical = physical(at.file());
        physical.put("region", Map.of("startLine", at.line()));
        return wrapped(physical);
    }

    Map<String, Object> location(String file) {
        return wrapped(physical(file));
    }

    private static Map<String, Object> wrapped(Map<String, Object> physical) {
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("physicalLocation", physical);
        return location;
    }

    private Map<String, Object> physical(String file) {
        Map<String, Object> artifact = new LinkedHashMap<>();
        try {
            Path path = here.resolve(file).normalize();
            if (path.startsWith(here)) {
                artifact.put("uri", encoded(here.relativize(path).toString().replace('\\', '/')));
                artifact.put("uriBaseId", ROOT);
            } else {
                artifact.put("uri", "file://" + encoded(path.toString().replace('\\', '/')));
            }
        } catch (InvalidPathException e) {
            artifact.put("uri", encoded(file));
        }
        Map<String, Object> physical = new LinkedHashMap<>();
        physical.put("artifactLocation", artifact);
        return physical;
    }

    private static String encoded(String path) {
        try {
            String first = path.contains(":") && !path.startsWith("/") ? "./" + path : path;
            return new URI(null, null, first, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a path that is no URI even when quoted: " + path, e);
        }
    }
}
