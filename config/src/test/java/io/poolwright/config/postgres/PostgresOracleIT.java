package io.poolwright.config.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.poolwright.config.ini.FolderIncludes;
import io.poolwright.config.ini.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL itself says ({@code postgres -C}) what a file means; we must say the same of every parameter we type. */
class PostgresOracleIT {
    private static final List<String> FILES = List.of(
            "",
            "max_connections = 200\nshared_buffers = 1GB\nwork_mem '4096kB'\nStatement_Timeout = '1.5min'\n",
            "max_connections=0x64\nlock_timeout 010\nsuperuser_reserved_connections = 7 # seven\nfsync = of\n",
            "include 'a.conf'\nwork_mem = 2MB\ninclude_dir 'conf.d'\ninclude_if_exists 'gone.conf'\n",
            "work_mem = 2MB\nwork_mem = 3MB\nmaintenance_work_mem = '1.5GB'\nmax_wal_size = '1.5GB'\n",
            "idle_in_transaction_session_timeout = '30 s'\ntcp_keepalives_idle = 2min\nport='5433'\n",
            "autovacuum = no\nssl = FALSE\nlog_rotation_age = '1.5h'\ncheckpoint_timeout = 90000ms\n",
            "temp_buffers = 800kB\neffective_cache_size = '1e3MB'\ndeadlock_timeout=1500us\n#port = 1\n",
            "statement_timeout = 30s\nidle_session_timeout='0.5h'\nauthentication_timeout = 61\n");
    private static final List<String> VALUES = List.of(
            "1",
            "10",
            "64",
            "100",
            "010",
            "08",
            "0x40",
            "-1",
            "0",
            "+5",
            "1e2",
            "100.5",
            "99.4",
            ".5e3",
            "1.",
            "1 00",
            "128MB",
            "128 MB",
            "128mb",
            "1GB",
            "1.5GB",
            "100kB",
            "100KB",
            "8192B",
            "1TB",
            "30s",
            "30 s",
            "30S",
            "1.5min",
            "2h",
            "1d",
            "500us",
            "1500us",
            "90000ms",
            "30sec",
            "",
            " 64 ",
            "on",
            "off",
            "tr",
            "o",
            "yes",
            "n",
            "NaN",
            "inf",
            "1e400",
            "99999999999",
            "64\t",
            "'64'",
            "64;",
            "5x",
            "0.0001h",
            "1.0001GB",
            "33.3kB",
            "1_000");

    @Test
    void filesMeanWhatPostgresSaysTheyMean(@TempDir Path folder) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("postgresql.auto.conf"), "");
        Files.writeString(folder.resolve("a.conf"), "work_mem = 1MB\ninclude 'conf.d/1.conf'\nmax_connections = 77\n");
        Files.createDirectory(folder.resolve("conf.d"));
        Files.writeString(folder.resolve("conf.d/1.conf"), "statement_timeout = 5s\n");
        Files.writeString(folder.resolve("conf.d/2.conf"), "statement_timeout = 6s\nwork_mem = 9MB\n");
        int agreed = 0;
        for (Path postgres : servers()) {
            int version = version(postgres, folder);
            for (String text : FILES) {
                Path conf = Files.writeString(folder.resolve("postgresql.conf"), text);
                PostgresConf read = PostgresConf.parse(conf.toString(), text, new FolderIncludes());
                for (String name : PostgresParameter.names()) {
                    PostgresParameter parameter = PostgresParameter.named(name).orElseThrow();
                    if (parameter.since() <= version) {
                        assertThat(ours(read, name))
                                .as("%s of %s in%n%s", name, postgres, text)
                                .isEqualTo(theirs(Said.by(command(postgres, name, folder), folder)));
                        agreed++;
                    }
                }
            }
        }
        System.out.printf("PostgreSQL agrees on %d values of files%n", agreed);
    }

    @Test
    void valuesMeanWhatPostgresSaysTheyMean(@TempDir Path folder) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("postgresql.conf"), "");
        Files.writeString(folder.resolve("postgresql.auto.conf"), "");
        Path postgres = servers().get(0);
        int agreed = 0;
        for (String name : List.of(
                "max_connections",
                "shared_buffers",
                "work_mem",
                "max_wal_size",
                "statement_timeout",
                "authentication_timeout",
                "log_rotation_age",
                "autovacuum")) {
            for (String value : VALUES) {
                List<String> command = new ArrayList<>(command(postgres, name, folder));
                command.addAll(List.of("-c", name + "=" + value));
                Said said = Said.by(command, folder);
                if (said.text().contains("outside the valid range")) {
                    continue; // limits are not what is compared here
                }
                OptionalLong ours = PostgresParameter.named(name).orElseThrow().parse(value);
                assertThat(ours).as("%s = '%s': %s", name, value, said.text()).isEqualTo(theirs(said));
                agreed++;
            }
        }
        System.out.printf("PostgreSQL agrees on %d values%n", agreed);
    }

    private static OptionalLong ours(PostgresConf read, String name) {
        PostgresParameter parameter = PostgresParameter.named(name).orElseThrow();
        return read.assignments().stream()
                .filter(said -> said.name().equals(name))
                .reduce((before, last) -> last)
                .map(said -> parameter.parse(said.value()))
                .orElse(OptionalLong.of(parameter.byDefault()));
    }

    private static OptionalLong theirs(Said said) {
        String word = said.text().lines().reduce("", (before, last) -> last); // log lines come first
        if (said.status() != 0) {
            return OptionalLong.empty();
        }
        return switch (word) {
            case "on" -> OptionalLong.of(1);
            case "off" -> OptionalLong.of(0);
            default -> OptionalLong.of(Long.parseLong(word));
        };
    }

    private static List<String> command(Path postgres, String name, Path folder) {
        return List.of(postgres.toString(), "-C", name, "-D", folder.toString());
    }

    private static int version(Path postgres, Path folder) throws IOException, InterruptedException {
        String text = Said.by(List.of(postgres.toString(), "--version"), folder).text();
        return Integer.parseInt(text.replaceAll("(?s).*?PostgreSQL\\) (\\d+).*", "$1"));
    }

    /** Those of Debian's packages, and the one that a drill unpacked. */
    private static List<Path> servers() throws IOException {
        List<Path> servers = new ArrayList<>();
        for (Path home : List.of(
                Path.of("/usr/lib/postgresql"), Path.of(System.getProperty("user.home"), ".cache", "poolwright"))) {
            if (Files.isDirectory(home)) {
                try (Stream<Path> versions = Files.list(home)) {
                    versions.map(version -> version.resolve("bin/postgres"))
                            .filter(Files::isExecutable)
                            .forEach(servers::add);
                }
            }
        }
        assumeTrue(!servers.isEmpty(), "no PostgreSQL on this machine");
        return servers;
    }
}
