package io.poolwright.cli.commands;

import io.poolwright.cli.UnmetNeedException;
import io.poolwright.cli.audit.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where to read, as it was given on the command line. */
final class Places {
    /** Most that is taken from standard input: 20 MiB, a large cluster's rendered manifests. */
    private static final int MOST_BYTES = 20 << 20;

    private Places() {}

    static List<Place> of(List<String> paths, List<String> environments, InputStream stdin) throws IOException {
        if (!paths.isEmpty() && !environments.isEmpty()) {
            throw new UnmetNeedException(
                    "found paths and --env together; name the paths as well: --env prod=%s".formatted(paths.get(0)));
        }
        if (environments.isEmpty()) {
            return List.of(alone(paths, stdin));
        }
        Map<String, List<Path>> named = new LinkedHashMap<>();
        for (String one : environments) {
            int equals = one.indexOf('=');
            if (equals < 1 || equals == one.length() - 1) {
                throw new UnmetNeedException(
                        "--env: found '%s'; accepted: NAME=PATH; write: --env prod=deploy/prod".formatted(one));
            }
            named.computeIfAbsent(one.substring(0, equals), key -> new ArrayList<>())
                    .add(existing("--env", one.substring(equals + 1)));
        }
        List<Place> places = new ArrayList<>();
        named.forEach((name, all) -> places.add(new Place(name, all, Optional.empty())));
        return places;
    }

    private static Place alone(List<String> paths, InputStream stdin) throws IOException {
        if (paths.isEmpty()) {
            throw new UnmetNeedException("found no path; write: poolwright audit . (or '-' for standard input)");
        }
        List<Path> files = new ArrayList<>();
        Optional<String> piped = Optional.empty();
        for (String path : paths) {
            if (path.equals("-")) {
                piped = Optional.of(text(stdin));
            } else {
                files.add(existing("audit", path));
            }
        }
        return new Place("", files, piped);
    }

    private static String text(InputStream stdin) throws IOException {
        byte[] bytes = stdin.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new UnmetNeedException(
                    "standard input is longer than 20 MiB; write it to files and name their folder");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** A path that exists. */
    static Path existing(String option, String written) {
        try {
            Path path = Path.of(written);
            if (Files.isReadable(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw new UnmetNeedException("%s: '%s' is no path: %s".formatted(option, written, e.getReason()));
        }
        throw new UnmetNeedException("%s: there is no '%s' that can be read".formatted(option, written));
    }
}
