package io.poolwright.config.mysql;

import io.poolwright.config.ini.IncludeTrail;
import io.poolwright.config.ini.IncludedText;
import io.poolwright.config.ini.Includes;
import io.poolwright.config.ini.IniDialect;
import io.poolwright.config.ini.IniEntry;
import io.poolwright.config.ini.IniText;
import io.poolwright.config.ini.MissingInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a {@code my.cnf} says, in the order in which it is read: included files stand where they are included, and of two
 * values for one option the last counts, in whichever of the program's groups it stands.
 *
 * <p>Source: MySQL Reference Manual 8.0, 4.2.2.2 "Using Option Files"; order confirmed on MariaDB 10.11.
 *
 * @param options those of all groups, in order
 * @param missing includes that could not be read
 */
public record OptionFile(List<MySqlOption> options, List<MissingInclude> missing) {
    public OptionFile {
        options = List.copyOf(options);
        missing = List.copyOf(missing);
    }

    /** Reads a text and what it includes. */
    public static OptionFile parse(String file, String text, Includes includes) {
        Reading reading = new Reading(new IncludeTrail(file), includes, new ArrayList<>(), new ArrayList<>());
        reading.read(file, text);
        return new OptionFile(reading.options, reading.missing);
    }

    /** The options that a server reads; see {@link ServerGroups}. */
    public List<MySqlOption> of(ServerGroups groups) {
        return options.stream().filter(option -> groups.reads(option.group())).toList();
    }

    private record Reading(
            IncludeTrail trail, Includes includes, List<MySqlOption> options, List<MissingInclude> missing) {

        /** Each file begins without a group. */
        void read(String file, String text) {
            for (IniEntry entry : IniText.parse(file, text, IniDialect.MYSQL)) {
                String path = entry.value().orElse("");
                switch (entry.key()) {
                    case "!include" -> {
                        Optional<IncludedText> included = includes.file(entry.origin(), path);
                        included.ifPresentOrElse(found -> follow(entry, found), () -> lost(entry));
                    }
                    case "!includedir" -> {
                        Optional<List<IncludedText>> files = includes.folder(entry.origin(), path, ".cnf");
                        files.ifPresentOrElse(
                                found -> found.forEach(included -> follow(entry, included)), () -> lost(entry));
                    }
                    case "" -> {} // a group begins
                    default ->
                        options.add(MySqlOption.written(entry.section(), entry.key(), entry.value(), entry.origin()));
                }
            }
        }

        private void follow(IniEntry entry, IncludedText included) {
            trail.enter(entry.origin(), included.file());
            read(included.file(), included.text());
            trail.leave();
        }

        private void lost(IniEntry entry) {
            missing.add(new MissingInclude(entry.origin(), entry.value().orElse("")));
        }
    }
}
