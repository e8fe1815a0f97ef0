package io.poolwright.config.postgres;

import io.poolwright.config.ini.IncludeTrail;
import io.poolwright.config.ini.IncludedText;
import io.poolwright.config.ini.Includes;
import io.poolwright.config.ini.MissingInclude;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What a {@code postgresql.conf} says, in the order in which PostgreSQL reads it: included files stand where they are
 * included, and of two values for one name the last counts.
 *
 * @param assignments all of them, in order
 * @param missing includes that could not be read; not those of {@code include_if_exists}
 */
public record PostgresConf(List<PostgresAssignment> assignments, List<MissingInclude> missing) {
    public PostgresConf {
        assignments = List.copyOf(assignments);
        missing = List.copyOf(missing);
    }

    /** Reads a text and what it includes; reads {@code postgresql.auto.conf} as well. */
    public static PostgresConf parse(String file, String text, Includes includes) {
        Reading reading = new Reading(new IncludeTrail(file), includes, new ArrayList<>(), new ArrayList<>());
        reading.read(file, text);
        return new PostgresConf(reading.assignments, reading.missing);
    }

    private record Reading(
            IncludeTrail trail, Includes includes, List<PostgresAssignment> assignments, List<MissingInclude> missing) {

        void read(String file, String text) {
            Iterator<String> lines = text.lines().iterator();
            for (int number = 1; lines.hasNext(); number++) {
                String line = lines.next();
                Origin origin = new Origin(file, number);
                PostgresLine.of(line.startsWith("\uFEFF") ? line.substring(1) : line, origin)
                        .ifPresent(this::keep);
            }
        }

        private void keep(PostgresAssignment said) {
            switch (said.name()) {
                case "include" -> include(said, true);
                case "include_if_exists" -> include(said, false);
                case "include_dir" -> folder(said);
                default -> assignments.add(said);
            }
        }

        private void include(PostgresAssignment said, boolean required) {
            Optional<IncludedText> included = includes.file(said.origin(), said.value());
            if (included.isPresent()) {
                follow(said, included.get());
            } else if (required) {
                missing.add(new MissingInclude(said.origin(), said.value()));
            }
        }

        private void folder(PostgresAssignment said) {
            Optional<List<IncludedText>> files = includes.folder(said.origin(), said.value(), ".conf");
            if (files.isEmpty()) {
                missing.add(new MissingInclude(said.origin(), said.value()));
            }
            files.orElse(List.of()).forEach(included -> follow(said, included));
        }

        private void follow(PostgresAssignment said, IncludedText included) {
            trail.enter(said.origin(), included.file());
            read(included.file(), included.text());
            trail.leave();
        }
    }
}
