package io.poolwright.config.pgbouncer;

import io.poolwright.config.ini.IncludeTrail;
import io.poolwright.config.ini.IncludedText;
import io.poolwright.config.ini.Includes;
import io.poolwright.config.ini.IniDialect;
import io.poolwright.config.ini.IniEntry;
import io.poolwright.config.ini.IniText;
import io.poolwright.config.ini.MissingInclude;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Goes through a {@code pgbouncer.ini} and what it includes, in PgBouncer's own order. Source: libusual, cfparser.c. */
final class PgBouncerLoader {
    private final Includes includes;
    private final IncludeTrail trail;
    private final Map<String, IniEntry> settings = new LinkedHashMap<>();
    private final Map<String, PgBouncerDatabase> databases = new LinkedHashMap<>();
    private final Map<String, PgBouncerUser> users = new LinkedHashMap<>();
    private final List<MissingInclude> missing = new ArrayList<>();
    private String section = "";
    private Optional<Origin> header = Optional.empty();

    PgBouncerLoader(String file, Includes includes) {
        this.includes = includes;
        this.trail = new IncludeTrail(file);
    }

    PgBouncerIni load(String file, String text) {
        read(file, text);
        return new PgBouncerIni(
                settings, List.copyOf(databases.values()), List.copyOf(users.values()), missing, header);
    }

    private void read(String file, String text) {
        for (IniEntry entry : IniText.parse(file, text, IniDialect.PGBOUNCER, section)) {
            if (entry.key().equals("%include")) {
                include(entry);
            } else if (entry.opensSection()) {
                open(entry);
            } else {
                keep(entry);
            }
        }
    }

    /** Every {@code [pgbouncer]} header sets all settings back to their defaults, a second one too. */
    private void open(IniEntry entry) {
        section = entry.section();
        if (section.equals("pgbouncer")) {
            header = Optional.of(entry.origin());
            settings.clear();
        }
    }

    /** The section that is open carries on into an included file, and from it back into this one. */
    private void include(IniEntry entry) {
        String path = entry.value().orElse("");
        Optional<IncludedText> included = includes.file(entry.origin(), path);
        if (included.isEmpty()) {
            missing.add(new MissingInclude(entry.origin(), path));
            return;
        }
        trail.enter(entry.origin(), included.get().file());
        read(included.get().file(), included.get().text());
        trail.leave();
    }

    private void keep(IniEntry entry) {
        switch (section) { // not the entry's own: a section opened in an included file is still open here
            case "pgbouncer" -> settings.put(entry.key(), entry);
            case "databases" ->
                databases.put(
                        entry.key(), new PgBouncerDatabase(entry.key(), ConnectionWords.of(entry), entry.origin()));
            case "users" ->
                users.put(entry.key(), new PgBouncerUser(entry.key(), ConnectionWords.of(entry), entry.origin()));
            default -> {} // [peers] name other processes of the same pooler
        }
    }
}
