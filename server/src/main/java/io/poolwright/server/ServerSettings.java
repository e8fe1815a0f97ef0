package io.poolwright.server;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the server was started with.
 *
 * @param config the file that names the targets, when one was given
 * @param data the folder that holds the state
 * @param listen where to listen
 * @param database the PostgreSQL to keep the state in, instead of the data folder
 * @param keyFile the file with the key of stored secrets, instead of the one in the data folder
 * @param behindProxy whether a proxy in front ends TLS, so that cookies are Secure and {@code X-Forwarded-*} counts
 * @param resetAdministrator whether to give the administrator a new one-time password
 */
public record ServerSettings(
        Optional<Path> config,
        Path data,
        ListenAddress listen,
        Optional<DatabaseAddress> database,
        Optional<Path> keyFile,
        boolean behindProxy,
        boolean resetAdministrator) {
    /** Read from the command's options, keyed by flag without dashes, and from the environment. */
    public static ServerSettings of(Map<String, String> options, Map<String, String> environment) {
        Optional<Path> config = Optional.ofNullable(options.get("config")).map(it -> path("--config", it));
        config.filter(it -> !Files.isReadable(it) || Files.isDirectory(it)).ifPresent(it -> {
            throw new RefusedSettingException("--config %s: no such file, or it cannot be read".formatted(it));
        });
        return new ServerSettings(
                config,
                Optional.ofNullable(options.get("data"))
                        .map(it -> path("--data", it))
                        .orElseGet(() -> usualFolder(environment))
                        .toAbsolutePath()
                        .normalize(),
                ListenAddress.parse(options.getOrDefault("listen", ListenAddress.USUAL)),
                DatabaseAddress.of(options, environment),
                Optional.ofNullable(environment.get("POOLWRIGHT_KEY_FILE"))
                        .filter(it -> !it.isEmpty())
                        .map(it -> path("POOLWRIGHT_KEY_FILE", it)),
                yes("--behind-proxy", options.get("behind-proxy")),
                yes("--reset-administrator", options.get("reset-administrator")));
    }

    /** Where the XDG base directory specification puts what a user's program keeps. */
    private static Path usualFolder(Map<String, String> environment) {
        String base = environment.getOrDefault("XDG_DATA_HOME", "");
        return base.startsWith("/")
                ? Path.of(base, "poolwright")
                : Path.of(System.getProperty("user.home", "."), ".local", "share", "poolwright");
    }

    private static Path path(String flag, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new RefusedSettingException("%s: found something that is no path: %s".formatted(flag, e.getReason()));
        }
    }

    private static boolean yes(String flag, @Nullable String text) {
        return switch (text == null ? "false" : text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new RefusedSettingException(
                        "%s: found '%s'; accepted: true, false; write: %s=true".formatted(flag, text, flag));
        };
    }
}
