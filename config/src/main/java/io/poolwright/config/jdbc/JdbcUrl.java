package io.poolwright.config.jdbc;

import io.poolwright.config.pool.Placeholder;
import io.poolwright.model.Origin;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The address of a database, taken apart: {@code jdbc:postgresql://h1:5432,h2/db?socketTimeout=30}. Secrets are taken out
 * as it is read. A piece that holds a placeholder is kept as written and is not known.
 *
 * @param driver whose address it is
 * @param mode what stands between the driver's name and the slashes: {@code loadbalance}, {@code sequential}; else empty
 * @param hosts in the order written; empty for an embedded database or an address we do not take apart
 * @param database name, when one is written
 * @param user when one is written in the address
 * @param parameters by key as written; a later one of the same key has won
 * @param pooled whether an {@code r2dbc:pool:} stands in front
 * @param wrapper a driver in front of the driver: {@code p6spy}, {@code otel}, {@code tc} (Testcontainers); else empty
 * @param complete whether no piece of the address is a placeholder
 * @param text the address as written, without secrets
 * @param origin where
 */
public record JdbcUrl(
        DatabaseDriver driver,
        String mode,
        List<HostPort> hosts,
        Optional<String> database,
        Optional<String> user,
        Map<String, String> parameters,
        boolean pooled,
        String wrapper,
        boolean complete,
        String text,
        Origin origin) {
    public JdbcUrl {
        hosts = List.copyOf(hosts);
        parameters = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(parameters));
    }

    /** Takes an address apart; empty when the text is no {@code jdbc:} or {@code r2dbc:} address at all. */
    public static Optional<JdbcUrl> parse(String text, Origin origin) {
        return JdbcUrlReader.read(text, origin);
    }

    /**
     * A parameter's text. Connector/J and MariaDB do not mind capitals, pgjdbc does; of two spellings the later wins.
     *
     * <p>Source: {@code PropertyKey.normalizeCase} of mysql-connector-j 9.1.0; {@code Driver.parseURL} of pgjdbc 42.7.4.
     */
    public Optional<String> parameter(String name) {
        if (!driver.mysqlFamily()) {
            return Optional.ofNullable(parameters.get(name));
        }
        String wanted = name.toLowerCase(Locale.ROOT);
        return parameters.entrySet().stream()
                .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).equals(wanted))
                .map(Map.Entry::getValue)
                .reduce((earlier, later) -> later);
    }

    /** Whether a placeholder may bring parameters in that we do not see. */
    public boolean openEnded() {
        return parameters.keySet().stream().anyMatch(Placeholder::in)
                || database.filter(name -> Placeholder.in(name) && !wholly(name))
                        .isPresent();
    }

    private static boolean wholly(String name) {
        return name.startsWith("$") && name.endsWith("}") && name.indexOf("${", 1) < 0;
    }

    /** Whether the database is a throw-away container that a test starts for itself. */
    public boolean testcontainers() {
        return wrapper.equals("tc");
    }
}
