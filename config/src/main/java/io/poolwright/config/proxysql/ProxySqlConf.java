package io.poolwright.config.proxysql;

import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@code proxysql.cnf} says. ProxySQL reads the file only while its own database is empty: later changes go through
 * its administration port and are not seen here.
 *
 * <p>Source: ProxySQL documentation, "Configuring ProxySQL" and "Multi-layer configuration system".
 *
 * @param variables global variables with their full names, such as {@code mysql-max_connections}
 * @param servers the lines of {@code mysql_servers} and {@code pgsql_servers}
 * @param users the lines of {@code mysql_users} and {@code pgsql_users}
 */
public record ProxySqlConf(
        Map<String, LibconfigNode> variables, List<LibconfigNode> servers, List<LibconfigNode> users) {
    public ProxySqlConf {
        variables = Map.copyOf(variables);
        servers = List.copyOf(servers);
        users = List.copyOf(users);
    }

    /** Reads a text. */
    public static ProxySqlConf parse(String file, String text) {
        Map<String, LibconfigNode> variables = new LinkedHashMap<>();
        List<LibconfigNode> servers = new ArrayList<>();
        List<LibconfigNode> users = new ArrayList<>();
        for (LibconfigNode top : LibconfigText.parse(file, text)) {
            if (top.name().endsWith("_variables")) {
                String product = top.name().substring(0, top.name().length() - "variables".length() - 1);
                top.children().forEach(child -> variables.put(full(product, child.name()), child));
            } else if (top.name().equals("mysql_servers") || top.name().equals("pgsql_servers")) {
                servers.addAll(top.children());
            } else if (top.name().equals("mysql_users") || top.name().equals("pgsql_users")) {
                users.addAll(top.children());
            }
        }
        return new ProxySqlConf(variables, servers, users);
    }

    private static String full(String product, String name) {
        return name.startsWith(product + "-") ? name : product + "-" + name;
    }

    /** A global variable that somebody wrote down. */
    public Optional<LibconfigNode> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    /** The text of a member of a server or user line. */
    public static Optional<String> text(LibconfigNode line, String... names) {
        for (String name : names) {
            Optional<String> found = line.child(name).flatMap(LibconfigNode::scalar);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Where a member is written, or else the line itself. */
    public static Origin origin(LibconfigNode line, String name) {
        return line.child(name).map(LibconfigNode::origin).orElse(line.origin());
    }
}
