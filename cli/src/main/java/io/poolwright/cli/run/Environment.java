package io.poolwright.cli.run;

import io.poolwright.drill.RunningStack;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a run ran on, for the report. */
final class Environment {
    private Environment() {}

    static Map<String, String> of(RunningStack stack) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("Load balancer", stack.balancer().product());
        parts.put("Application", "shop: HikariCP, pgjdbc; instances of their own processes");
        parts.put("Database", database(stack));
        parts.put(
                "Machine",
                "%d processors, %s %s, Java %s"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                System.getProperty("os.name"),
                                System.getProperty("os.arch"),
                                System.getProperty("java.version")));
        return parts;
    }

    private static String database(RunningStack stack) {
        try {
            return "PostgreSQL " + stack.superuser().getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            return "PostgreSQL, version unknown: " + e.getMessage();
        }
    }
}
