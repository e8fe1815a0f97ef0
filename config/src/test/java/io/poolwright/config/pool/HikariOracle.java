package io.poolwright.config.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.util.PropertyElf;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** HikariCP 7.1.0 itself: what its own setters and its own validation make of the same values, and what it logs. */
final class HikariOracle {
    private static final List<String> NUMBERS = List.of(
            "maximumPoolSize",
            "minimumIdle",
            "connectionTimeout",
            "validationTimeout",
            "idleTimeout",
            "maxLifetime",
            "keepaliveTime",
            "leakDetectionThreshold",
            "initializationFailTimeout");

    /** What HikariCP says: either the values in force and the log's lines, or the one setting it throws at. */
    record Says(Map<String, Long> values, List<String> warnings, Optional<String> refusal) {}

    private HikariOracle() {}

    static Says says(Map<String, String> written) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("p");
        config.setJdbcUrl("jdbc:none:none"); // validate() asks for one and does not connect
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            Properties properties = new Properties();
            properties.putAll(written);
            PropertyElf.setTargetFromProperties(config, properties);
            config.validate();
        } catch (RuntimeException e) {
            return new Says(Map.of(), List.of(), Optional.of(innermost(e)));
        } finally {
            System.setErr(before);
        }
        Map<String, Long> values = new LinkedHashMap<>();
        for (String name : NUMBERS) {
            values.put(name, ((Number) PropertyElf.getProperty(name, config)).longValue());
        }
        return new Says(values, warnings(log.toString(StandardCharsets.UTF_8)), Optional.empty());
    }

    private static List<String> warnings(String log) {
        List<String> warnings = new ArrayList<>();
        for (String line : log.split("\\R")) {
            int start = line.indexOf("p - ");
            if (line.contains("WARN") && start >= 0) {
                warnings.add(line.substring(start + 4));
            }
        }
        return warnings;
    }

    private static String innermost(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
