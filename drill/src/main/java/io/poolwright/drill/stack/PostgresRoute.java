package io.poolwright.drill.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One way of running PostgreSQL on this machine: which executables, and as whom. PostgreSQL refuses to run as root.
 *
 * @param name how a person would call it
 * @param binaries finds the folder of {@code initdb} and {@code postgres}
 * @param prefix command that takes the rest of the line and becomes it, under another identity; may be empty
 * @param owner the user that the data must belong to, when it is not the one we run as
 */
record PostgresRoute(String name, Binaries binaries, List<String> prefix, Optional<SystemUser> owner) {
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

    PostgresRoute {
        prefix = List.copyOf(prefix);
    }

    /** Finds executables, or says why it cannot. */
    @FunctionalInterface
    interface Binaries {
        Path bin() throws IOException;
    }

    /** Every way there is, the best first. */
    static List<PostgresRoute> all() throws IOException {
        boolean root = "root".equals(System.getProperty("user.name"));
        List<PostgresRoute> routes = new ArrayList<>();
        if (!root) {
            routes.add(new PostgresRoute("own PostgreSQL", PostgresRoute::own, List.of(), Optional.empty()));
            routes.add(
                    new PostgresRoute("installed PostgreSQL", PostgresRoute::installed, List.of(), Optional.empty()));
            return routes;
        }
        // In a fresh user namespace root is nobody inside and root outside: no other user, no other files.
        List<String> unshare = List.of("unshare", "-U");
        routes.add(new PostgresRoute("own PostgreSQL under unshare", PostgresRoute::own, unshare, Optional.empty()));
        for (String name : List.of("postgres", "nobody")) {
            SystemUser.named(name)
                    .ifPresent(user -> routes.add(new PostgresRoute(
                            "own PostgreSQL as user " + name,
                            PostgresRoute::shared,
                            setpriv(user),
                            Optional.of(user))));
        }
        for (String name : List.of("postgres", "nobody")) {
            SystemUser.named(name)
                    .ifPresent(user -> routes.add(new PostgresRoute(
                            "installed PostgreSQL as user " + name,
                            PostgresRoute::installed,
                            setpriv(user),
                            Optional.of(user))));
        }
        return routes;
    }

    List<String> command(Path bin, String executable, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(bin.resolve(executable).toString());
        command.addAll(arguments);
        return command;
    }

    /** {@code setpriv} replaces itself, so that the process we started is PostgreSQL; {@code runuser} would stay. */
    private static List<String> setpriv(SystemUser user) {
        return List.of("setpriv", "--reuid=" + user.uid(), "--regid=" + user.gid(), "--clear-groups");
    }

    private static Path own() throws IOException {
        return PostgresBinaries.unpacked(CacheDirectory.ofThisUser());
    }

    /** Root's own cache is closed to other users: a second copy, where they can reach it. */
    private static Path shared() throws IOException {
        Path cache = Path.of("/var/tmp/poolwright");
        Files.createDirectories(cache);
        if (!Files.getOwner(cache).getName().equals("root")) {
            throw new IOException(cache + " belongs to another user");
        }
        return PostgresBinaries.unpacked(cache);
    }

    private static Path installed() throws IOException {
        if (!Files.isDirectory(INSTALLED)) {
            throw new IOException("no " + INSTALLED);
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("postgres")))
                    .max(Comparator.comparing(Path::toString))
                    .orElseThrow(() -> new IOException("no PostgreSQL server in " + INSTALLED));
        }
    }
}
