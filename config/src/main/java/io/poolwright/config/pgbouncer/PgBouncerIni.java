package io.poolwright.config.pgbouncer;

import io.poolwright.config.ini.Includes;
import io.poolwright.config.ini.IniEntry;
import io.poolwright.config.ini.MissingInclude;
import io.poolwright.model.Origin;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a {@code pgbouncer.ini} says, includes and all.
 *
 * @param settings the entries of {@code [pgbouncer]} in force: of two with one name the last
 * @param databases the lines of {@code [databases]}
 * @param users the lines of {@code [users]}
 * @param missing includes that could not be read
 * @param header the line of {@code [pgbouncer]} that counts
 */
public record PgBouncerIni(
        Map<String, IniEntry> settings,
        List<PgBouncerDatabase> databases,
        List<PgBouncerUser> users,
        List<MissingInclude> missing,
        Optional<Origin> header) {
    public PgBouncerIni {
        settings = Map.copyOf(settings);
        databases = List.copyOf(databases);
        users = List.copyOf(users);
        missing = List.copyOf(missing);
        Objects.requireNonNull(header, "header");
    }

    /** Reads a text and what it includes. */
    public static PgBouncerIni parse(String file, String text, Includes includes) {
        return new PgBouncerLoader(file, includes).load(file, text);
    }

    /** A setting of {@code [pgbouncer]} that somebody wrote down. */
    public Optional<IniEntry> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }
}
