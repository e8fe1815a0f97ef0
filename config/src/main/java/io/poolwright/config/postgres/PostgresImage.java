package io.poolwright.config.postgres;

import io.poolwright.config.assemble.Workload;
import io.poolwright.config.database.DatabaseImage;
import io.poolwright.model.stack.Setting;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What PostgreSQL's images make of their variables.
 *
 * <p>Source: the images' own documentation: docker-library/postgres, bitnami/postgresql, timescale/timescaledb.
 */
final class PostgresImage {
    private static final String SUPERUSER = "superuser";
    private static final String BITNAMI = "POSTGRESQL_";
    private static final Set<String> PLAIN = Set.of(
            "MAX_CONNECTIONS",
            "STATEMENT_TIMEOUT",
            "TCP_KEEPALIVES_IDLE",
            "TCP_KEEPALIVES_INTERVAL",
            "TCP_KEEPALIVES_COUNT",
            "SHARED_BUFFERS",
            "WORK_MEM");

    private PostgresImage() {}

    /** Takes over the parameters that an image sets from variables. */
    static void variables(DatabaseImage image, Workload unit, PostgresValues values) {
        unit.environment().forEach((name, value) -> {
            Optional<String> parameter = parameter(image, name);
            parameter.ifPresent(known -> values.assign(
                    new PostgresAssignment(known, value.text().orElse("${" + name + "}"), value.origin())));
        });
        boolean tunes = image.repository().contains("timescaledb")
                && unit.variable("NO_TS_TUNE").isEmpty();
        if (tunes) {
            values.doubt("the image tunes it to the machine at its first start");
        }
    }

    private static Optional<String> parameter(DatabaseImage image, String variable) {
        if (image.isBitnami() && variable.startsWith(BITNAMI)) {
            String rest = variable.substring(BITNAMI.length());
            return PLAIN.contains(rest) ? Optional.of(rest.toLowerCase(Locale.ROOT)) : Optional.empty();
        }
        return variable.equals("TS_TUNE_MAX_CONNS") ? Optional.of("max_connections") : Optional.empty();
    }

    /** The name of the superuser: the official image makes one of {@code POSTGRES_USER}. */
    static Setting<String> superuser(DatabaseImage image, Workload unit) {
        if (image.isBitnami()) {
            return Setting.defaulted(SUPERUSER, "postgres", "the image " + image.repository());
        }
        Optional<Workload.Value> written = unit.variable("POSTGRES_USER");
        if (written.isEmpty()) {
            return Setting.defaulted(SUPERUSER, "postgres", "the image " + image.repository());
        }
        Workload.Value value = written.get();
        return value.text()
                .map(name -> Setting.declared(SUPERUSER, name, name, value.origin()))
                .orElseGet(() -> Setting.unresolved(
                        SUPERUSER,
                        "POSTGRES_USER at %s (its value is not in the files)".formatted(value.origin()),
                        value.origin()));
    }

    static Setting<String> superuserByConvention() {
        return Setting.defaulted(SUPERUSER, "postgres", "initdb, by convention");
    }
}
