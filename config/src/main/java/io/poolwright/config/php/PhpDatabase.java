package io.poolwright.config.php;

import io.poolwright.config.assemble.Workload;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Address;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The database that a unit running PHP is told to use, by the usual names of variables. */
public final class PhpDatabase {
    private static final List<String> HOSTS = List.of(
            "WORDPRESS_DB_HOST",
            "DB_HOST",
            "MYSQL_HOST",
            "DATABASE_HOST",
            "MARIADB_HOST",
            "DB_SERVER",
            "MYSQL_HOSTNAME",
            "DB_HOSTNAME",
            "MYSQL_SERVER",
            "DRUPAL_DB_HOST",
            "MAGENTO_DB_HOST",
            "PMA_HOST");
    private static final List<String> URLS = List.of("DATABASE_URL", "DB_URL");
    private static final Pattern HOST = Pattern.compile("(?:p:)?([\\w.-]+)(?::(\\d{1,5}))?");
    private static final Pattern URL =
            Pattern.compile("(?:mysql2?|mariadb)://(?:[^@/]*@)?([\\w.-]+)(?::(\\d{1,5}))?.*");

    private PhpDatabase() {}

    /** The address, if a variable names one that is known. */
    public static Optional<Address> of(Workload unit) {
        for (String name : HOSTS) {
            Optional<Address> address = address(unit, name, HOST);
            if (address.isPresent()) {
                return address;
            }
        }
        return URLS.stream().flatMap(name -> address(unit, name, URL).stream()).findFirst();
    }

    /** The address of a database host as WordPress and its kin write it, with or without {@code p:} and a port. */
    public static Optional<Address> of(String host, Origin at) {
        Matcher parts = HOST.matcher(host.strip());
        return parts.matches() ? Optional.of(Address.of(parts.group(1), port(parts, 3306), at)) : Optional.empty();
    }

    private static Optional<Address> address(Workload unit, String name, Pattern pattern) {
        Optional<Workload.Value> value = unit.variable(name);
        Matcher parts =
                pattern.matcher(value.flatMap(Workload.Value::text).orElse("").strip());
        if (value.isEmpty() || !parts.matches()) {
            return Optional.empty();
        }
        boolean postgres = unit.variable("DB_CONNECTION")
                .flatMap(Workload.Value::text)
                .filter(driver -> driver.startsWith("pg"))
                .isPresent();
        int port = unit.variable("DB_PORT")
                .flatMap(Workload.Value::text)
                .filter(text -> text.matches("\\d{1,5}"))
                .map(Integer::valueOf)
                .orElse(postgres ? 5432 : 3306);
        return Optional.of(
                Address.of(parts.group(1), port(parts, port), value.get().origin()));
    }

    private static int port(Matcher parts, int otherwise) {
        return parts.group(2) == null ? otherwise : Integer.parseInt(parts.group(2));
    }
}
