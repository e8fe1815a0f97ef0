package io.poolwright.drill.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Starts a PostgreSQL of our own on loopback, in whichever way this machine allows. */
public final class Postgres {
    private static final String SUPERUSER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Keeper keeper;
    private final Path logs;
    private final int port;
    private final String password;

    /**
     * @param logs folder for its log; it is created
     * @param port free TCP port
     * @param password for the superuser
     */
    public Postgres(Keeper keeper, Path logs, int port, String password) {
        this.keeper = keeper;
        this.logs = logs.toAbsolutePath();
        this.port = port;
        this.password = password;
    }

    /** Tries each way in turn; the exception names them all where none works. */
    public Database start() throws IOException {
        return start(PostgresRoute.all());
    }

    Database start(List<PostgresRoute> routes) throws IOException {
        Files.createDirectories(logs);
        List<String> failures = new ArrayList<>();
        for (PostgresRoute route : routes) {
            try {
                return start(route, failures.size());
            } catch (IOException e) {
                failures.add(route.name() + ": " + firstLine(e));
            }
        }
        throw new NoDatabaseException(
                "PostgreSQL does not start here; tried: %s. Install PostgreSQL, or name a server with --jdbc-url"
                        .formatted(String.join("; ", failures)));
    }

    private Database start(PostgresRoute route, int attempt) throws IOException {
        Path bin = route.binaries().bin();
        Path home = Files.createDirectory(keeper.temporary().resolve("postgresql-" + attempt));
        Path data = home.resolve("data");
        Path secret = home.resolve("password");
        Files.writeString(secret, password + "\n");
        Path logFolder = logs;
        if (route.owner().isPresent()) {
            logFolder = Files.createDirectory(home.resolve("log"));
            for (Path path : List.of(home, secret, logFolder)) {
                give(path, route.owner().get());
            }
            Path hidden = logFolder;
            keeper.beforeFolderGoes(() -> copyLogs(hidden));
        }
        initialise(route, bin, data, secret);
        Files.delete(secret);
        Files.writeString(
                data.resolve("postgresql.conf"), PostgresSettings.text(port, logFolder), StandardOpenOption.APPEND);
        ProcessBuilder builder = new ProcessBuilder(route.command(bin, "postgres", List.of("-D", data.toString())))
                .redirectErrorStream(true)
                .redirectOutput(logs.resolve("start.log").toFile());
        KeptProcess process = keeper.start(Role.DATABASE, "postgresql", builder);
        Database database = new Database("127.0.0.1", port, SUPERUSER, password);
        try {
            awaitReady(database, process);
        } catch (IOException e) {
            process.stop();
            throw e;
        }
        return database;
    }

    private void initialise(PostgresRoute route, Path bin, Path data, Path secret) throws IOException {
        List<String> command = route.command(
                bin,
                "initdb",
                List.of(
                        "--pgdata=" + data,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + secret,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--no-sync"));
        Path said = logs.resolve("initdb.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        KeptProcess process = keeper.start(Role.DATABASE, "initdb", builder);
        boolean ended = Waiting.until(() -> !process.alive(), PATIENCE);
        process.stop();
        if (!ended || process.exitStatus() != 0) {
            throw new IOException("initdb failed: " + lastLine(Files.readString(said)));
        }
    }

    private void awaitReady(Database database, KeptProcess process) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (Connection connection = database.connect("postgres", "poolwright-start")) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLException e) {
                if (!process.alive()) {
                    throw new IOException("ended at once: " + lastLine(Files.readString(logs.resolve("start.log"))), e);
                }
                if (System.nanoTime() > deadline) {
                    throw new IOException("no answer for %d s: %s".formatted(PATIENCE.toSeconds(), e.getMessage()), e);
                }
            }
            Waiting.aMoment();
        }
    }

    private static void give(Path path, SystemUser user) throws IOException {
        Files.setOwner(
                path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user.name()));
        if (Files.isDirectory(path)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private void copyLogs(Path hidden) {
        try (Stream<Path> files = Files.list(hidden)) {
            for (Path file : files.toList()) {
                Files.copy(file, logs.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            System.err.println("the database's log could not be kept: " + e.getMessage());
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }

    private static String lastLine(String text) {
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("HINT") && !line.startsWith("initdb: hint"))
                .reduce((before, line) -> line)
                .orElse("it said nothing");
    }
}
