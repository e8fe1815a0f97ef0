package io.poolwright.config.pgbouncer;

import io.poolwright.config.Secrets;
import io.poolwright.config.assemble.Workload;
import io.poolwright.config.database.DatabaseImage;
import io.poolwright.config.ini.IniEntry;
import io.poolwright.model.Origin;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code pgbouncer.ini} that an image makes of its variables: the setting's name in capitals, alone
 * (edoburu/docker-pgbouncer) or behind {@code PGBOUNCER_} (bitnami/pgbouncer, pgbouncer/pgbouncer).
 *
 * <p>Source: the images' entry points and documentation.
 */
final class PgBouncerVariables {
    private static final String PREFIX = "PGBOUNCER_";
    private static final Map<String, String> OTHER_NAMES =
            Map.of("port", "listen_port", "pool_size", "default_pool_size");
    private static final List<String> HOSTS =
            List.of("DB_HOST", "POSTGRESQL_HOST", "DATABASES_HOST", "PG_PORT_5432_TCP_ADDR");
    private static final List<String> PORTS =
            List.of("DB_PORT", "POSTGRESQL_PORT", "DATABASES_PORT", "PG_PORT_5432_TCP_PORT");
    private static final List<String> NAMES =
            List.of("DB_NAME", "PGBOUNCER_DATABASE", "DATABASES_DBNAME", "POSTGRESQL_DATABASE");
    private static final List<String> URLS = List.of("DATABASE_URL", "DATABASE_URLS");

    private PgBouncerVariables() {}

    /** The port that an image listens at unless a variable says otherwise; empty where that is not known. */
    static Optional<Integer> port(DatabaseImage image) {
        if (image.isBitnami()) {
            return Optional.of(6432);
        }
        return image.repository().startsWith("edoburu/") ? Optional.of(5432) : Optional.empty();
    }

    /** Whether the variables name a server, from which the image then makes its file. */
    static boolean sayWhereTo(Workload unit) {
        return !databases(unit).isEmpty();
    }

    static PgBouncerIni ini(DatabaseImage image, Workload unit) {
        Map<String, IniEntry> settings = new HashMap<>();
        unit.environment().forEach((variable, value) -> {
            boolean prefixed = variable.startsWith(PREFIX);
            String plain = (prefixed ? variable.substring(PREFIX.length()) : variable).toLowerCase(Locale.ROOT);
            String name = OTHER_NAMES.getOrDefault(plain, plain);
            if (PgBouncerValues.NAMES.contains(name) && (prefixed || !image.isBitnami())) {
                String text = Secrets.redacted(variable, value.text().orElse("${" + variable + "}"));
                settings.put(name, new IniEntry("pgbouncer", name, Optional.of(text), value.origin()));
            }
        });
        return new PgBouncerIni(settings, databases(unit), List.of(), List.of(), Optional.empty());
    }

    private static List<PgBouncerDatabase> databases(Workload unit) {
        for (String variable : URLS) {
            Optional<Workload.Value> url = unit.variable(variable);
            if (url.isPresent() && url.get().text().isPresent()) {
                return ofUrls(url.get().text().get(), url.get().origin());
            }
        }
        Optional<Workload.Value> host = first(unit, HOSTS);
        if (host.isEmpty()) {
            return List.of();
        }
        Map<String, String> words = new HashMap<>();
        words.put("host", host.get().text().orElse("${host}"));
        first(unit, PORTS).flatMap(Workload.Value::text).ifPresent(port -> words.put("port", port));
        Optional<String> name = first(unit, NAMES).flatMap(Workload.Value::text).filter(text -> !text.isBlank());
        return List.of(new PgBouncerDatabase(name.orElse("*"), words, host.get().origin()));
    }

    private static Optional<Workload.Value> first(Workload unit, List<String> variables) {
        return variables.stream().flatMap(name -> unit.variable(name).stream()).findFirst();
    }

    private static List<PgBouncerDatabase> ofUrls(String urls, Origin origin) {
        List<PgBouncerDatabase> databases = new ArrayList<>();
        for (String url : urls.split(",", -1)) {
            try {
                URI uri = new URI(url.strip().replace(Secrets.REDACTED, "redacted"));
                String host = Optional.ofNullable(uri.getHost()).orElse("${host}");
                String path = Optional.ofNullable(uri.getPath()).orElse("").replaceFirst("^/", "");
                Map<String, String> words = new HashMap<>(Map.of("host", host));
                if (uri.getPort() > 0) {
                    words.put("port", String.valueOf(uri.getPort()));
                }
                databases.add(new PgBouncerDatabase(path.isBlank() ? "*" : path, words, origin));
            } catch (URISyntaxException e) {
                databases.add(
                        new PgBouncerDatabase("*", Map.of("host", "${host}"), origin)); // a placeholder: host unknown
            }
        }
        return databases;
    }
}
