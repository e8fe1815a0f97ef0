package io.poolwright.config.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.poolwright.config.ini.FolderIncludes;
import io.poolwright.config.ini.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MariaDB itself says ({@code mariadbd --verbose --help}) what a file means; we must say the same. */
class MariaDbOracleIT {
    private static final Path SERVER = Path.of("/usr/sbin/mariadbd");
    private static final Pattern LINE = Pattern.compile("(?m)^([a-z0-9-]+) +(\\d+)$");
    private static final List<String> FILES = List.of(
            "",
            "[mysqld]\nmax-connections = 500 # busy\nwait_timeout=60\nkey_buffer_size = 2M\nloose_innodb_buffer_pool_size=1G\n",
            "[mysqld]\nmax_connections=300\n[mariadb]\nmax_connections=310\n[mysqld]\nport=3307\n",
            "[mariadb]\nmax_connections=310\n[server]\nmax_connections=320\n[mysqld-8.0]\nmax_connections=330\n",
            "[mysqld-SERIES]\nmax_user_connections=7\n[mariadb-SERIES]\nwait_timeout=61\n[mariadbd]\nwait_timeout=62\n",
            "[mysqld]\nmax_connections=300\n!includedir conf.d\n[mysqld]\ninteractive_timeout='77'\n",
            "[mysqld]\nwait_timeout = 0\nmax_connections = 1\nconnect_timeout=1\n",
            "[mysqld]\nsort_buffer_size=\"1M\"\njoin_buffer_size = 512k\nmax-allowed-packet=64m\ntmp_table_size=1G\n",
            "[client]\nport=1\n[client-server]\nport=3309\n[mysqldump]\nmax_allowed_packet=1M\n; port=2\n#port=3\n",
            "[mysqld]\nMax_Connections=400\nmax_connections=\n");
    private static final Set<String> COMPUTED = Set.of("back_log", "thread_cache_size");

    @Test
    void filesMeanWhatTheServerSaysTheyMean(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(SERVER), "no MariaDB on this machine");
        String series = series(folder);
        Files.createDirectory(folder.resolve("conf.d"));
        Files.writeString(folder.resolve("conf.d/a.cnf"), "[server]\nmax_connections=700\n");
        Files.writeString(folder.resolve("conf.d/b.cnf"), "[mysqld]\nmax_connections=710\n[mysql]\nport=9\n");
        Files.writeString(folder.resolve("conf.d/c.txt"), "[mysqld]\nmax_connections=720\n");
        int agreed = 0;
        for (String template : FILES) {
            String text = template.replace("SERIES", series);
            Path file = Files.writeString(folder.resolve("my.cnf"), text);
            Said said = Said.by(List.of(SERVER.toString(), "--defaults-file=" + file, "--verbose", "--help"), folder);
            if (said.text().contains("unknown variable")) {
                continue; // names are compared in their case; we are lenient
            }
            Map<String, Long> theirs = values(said.text());
            OptionFile read = OptionFile.parse(file.toString(), text, new FolderIncludes());
            List<MySqlOption> options = read.of(new ServerGroups(MySqlFlavour.MARIADB, Optional.of(series)));
            for (Map.Entry<String, Long> value : theirs.entrySet()) {
                OptionalLong ours = ours(options, value.getKey());
                assertThat(ours).as("%s in%n%s", value.getKey(), text).hasValue(value.getValue());
                agreed++;
            }
        }
        System.out.printf("MariaDB %s agrees on %d values of files%n", series, agreed);
    }

    @Test
    void valuesMeanWhatTheServerSaysTheyMean(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(SERVER), "no MariaDB on this machine");
        int agreed = 0;
        for (String value : List.of(
                "12", "010", "0x20", "1.5", "+12", "-12", " 12", "12 ", "1K", "1k", "2M", "", "12s", "x", "1 K", "'12'",
                "1e2", "0")) {
            for (String name : List.of("max_connections", "wait_timeout", "max_user_connections")) {
                String text = "[mysqld]\n" + name + " = " + value + "\n";
                Path file = Files.writeString(folder.resolve("my.cnf"), text);
                Said said =
                        Said.by(List.of(SERVER.toString(), "--defaults-file=" + file, "--verbose", "--help"), folder);
                OptionFile read = OptionFile.parse(file.toString(), text, new FolderIncludes());
                OptionalLong ours = ours(read.options(), name);
                if (said.text().contains("Changed limits")) {
                    continue; // this machine allows fewer open files
                }
                if (said.status() == 0 && said.text().contains("Variables (--variable-name=value)")) {
                    Long theirs = values(said.text()).get(name); // none for max_user_connections = -1: no logins
                    assertThat(ours)
                            .as(text)
                            .isEqualTo(theirs == null ? OptionalLong.empty() : OptionalLong.of(theirs));
                } else {
                    assertThat(ours).as("%s%s", text, said.text()).isEmpty();
                }
                agreed++;
            }
        }
        System.out.printf("MariaDB agrees on %d values%n", agreed);
    }

    private static OptionalLong ours(List<MySqlOption> options, String name) {
        MySqlVariable variable = MySqlVariable.named(name).orElseThrow();
        return options.stream()
                .filter(option -> option.name().equals(name))
                .reduce((before, last) -> last)
                .map(option -> variable.parse(name, option.value().orElse(""), MySqlFlavour.MARIADB))
                .orElse(variable.byDefault(MySqlFlavour.MARIADB));
    }

    private static Map<String, Long> values(String help) {
        Map<String, Long> values = new HashMap<>();
        Matcher line = LINE.matcher(help.substring(Math.max(0, help.indexOf("Variables (--variable-name"))));
        while (line.find()) {
            String name = line.group(1).replace('-', '_');
            if (MySqlVariable.names().contains(name) && !COMPUTED.contains(name)) {
                values.put(name, Long.parseLong(line.group(2)));
            }
        }
        return values;
    }

    private static String series(Path folder) throws IOException, InterruptedException {
        String text = Said.by(List.of(SERVER.toString(), "--version"), folder).text();
        return text.replaceAll("(?s).*?Ver (\\d+\\.\\d+).*", "$1");
    }
}
