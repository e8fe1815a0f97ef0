package io.poolwright.config.postgres;

import io.poolwright.config.assemble.Assembler;
import io.poolwright.config.assemble.Assembly;
import io.poolwright.config.assemble.Sources;
import io.poolwright.config.assemble.Workload;
import io.poolwright.config.database.DatabaseImage;
import io.poolwright.config.database.ServerFiles;
import io.poolwright.config.database.TreeIncludes;
import io.poolwright.config.database.Word;
import io.poolwright.config.source.SourceFile;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Adds every PostgreSQL server: those that a unit runs, with the files, variables and arguments it runs with, and those of
 * which there is only a {@code postgresql.conf}.
 */
public final class PostgresAssembler implements Assembler {
    private static final String PRODUCT = "postgresql";

    @Override
    public void assemble(Sources sources, String environment, Assembly into) {
        List<SourceFile> files = Stream.concat(sources.tree().files().stream(), into.embedded().stream())
                .filter(file -> PostgresFile.isMain(sources, file))
                .toList();
        ServerFiles owned = ServerFiles.of(files, into, Set.of(PRODUCT));
        owned.byUnit().forEach((unit, own) -> {
            PostgresValues values = new PostgresValues(owned.isInDoubt(unit));
            own.forEach(file -> read(sources, file, Optional.of(unit), values));
            into.addOnce(running(unit, own, values));
        });
        for (SourceFile file : owned.alone()) {
            PostgresValues values = new PostgresValues(false);
            if (read(sources, file, Optional.empty(), values)) {
                into.addOnce(alone(file, values));
            }
        }
    }

    private static boolean read(Sources sources, SourceFile file, Optional<Workload> unit, PostgresValues into) {
        Optional<PostgresConf> conf = conf(sources, file, unit);
        conf.ifPresent(into::read);
        String folder = file.folder().isEmpty() ? "" : file.folder() + "/";
        sources.tree()
                .file(folder + "postgresql.auto.conf")
                .flatMap(auto -> conf(sources, auto, unit))
                .ifPresent(into::read);
        return conf.isPresent();
    }

    private static Optional<PostgresConf> conf(Sources sources, SourceFile file, Optional<Workload> unit) {
        String format = unit.map(one -> "postgresql of " + one.service().id()).orElse("postgresql");
        return sources.text(file, "postgresql")
                .flatMap(text -> sources.parse(
                        file,
                        format,
                        one -> PostgresConf.parse(
                                one.path(), TreeIncludes.placed(one), new TreeIncludes(sources, one, unit))));
    }

    private static Part running(Workload unit, List<SourceFile> files, PostgresValues values) {
        DatabaseImage image = DatabaseImage.of(unit).orElseThrow();
        values.version(image.version());
        PostgresImage.variables(image, unit, values);
        PostgresArguments.of(Word.ofVariables(unit, List.of("POSTGRESQL_EXTRA_FLAGS")))
                .forEach(values::assign);
        PostgresArguments.of(Word.of(unit)).forEach(values::assign);
        Part service = unit.service();
        Origin origin = files.isEmpty()
                ? service.role(Role.IMAGE).origin().orElse(service.origin())
                : new Origin(files.get(0).path(), files.get(0).linesBefore() + 1);
        Part.Builder part = Part.of(Kind.DATABASE, PRODUCT, service.id() + "/database", service.name(), origin)
                .version(image.version())
                .service(Optional.of(service.id()));
        values.into(part, service.name());
        return part.with(PostgresImage.superuser(image, unit)).build();
    }

    private static Part alone(SourceFile file, PostgresValues values) {
        Origin origin = new Origin(file.path(), file.linesBefore() + 1);
        Part.Builder part = Part.of(Kind.DATABASE, PRODUCT, file.relative() + "/database", file.name(), origin);
        values.into(part, file.name());
        return part.with(PostgresImage.superuserByConvention()).build();
    }
}
