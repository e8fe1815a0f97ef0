package io.poolwright.config.pgbouncer;

import io.poolwright.config.assemble.Assembler;
import io.poolwright.config.assemble.Assembly;
import io.poolwright.config.assemble.Sources;
import io.poolwright.config.assemble.Workload;
import io.poolwright.config.database.DatabaseImage;
import io.poolwright.config.database.ServerFiles;
import io.poolwright.config.database.TreeIncludes;
import io.poolwright.config.source.SourceFile;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Adds every PgBouncer: those with a {@code pgbouncer.ini}, and those whose image makes one of its variables. */
public final class PgBouncerAssembler implements Assembler {
    private static final String PRODUCT = "pgbouncer";
    private static final Pattern SECTION = Pattern.compile("(?m)^[ \\t]*\\[pgbouncer\\]");
    private static final Pattern PASSED_OVER = Pattern.compile("(.*/)?(src/test|testdata|test-resources)/.*");

    @Override
    public void assemble(Sources sources, String environment, Assembly into) {
        List<SourceFile> files = Stream.concat(sources.tree().files().stream(), into.embedded().stream())
                .filter(file -> isPgBouncers(sources, file))
                .toList();
        ServerFiles owned = ServerFiles.of(files, into, Set.of(PRODUCT));
        owned.byUnit().forEach((unit, own) -> {
            boolean nobodySays =
                    own.stream().noneMatch(file -> into.running(file.relative()).contains(unit));
            if (nobodySays && PgBouncerVariables.sayWhereTo(unit)) {
                ofVariables(unit, into); // the image makes its file itself; one that lies about is another's
            } else if (own.isEmpty()) {
                if (!owned.isInDoubt(unit)) {
                    ofVariables(unit, into);
                }
            } else {
                ofFile(sources, own.get(0), Optional.of(unit), into);
            }
        });
        owned.alone().forEach(file -> ofFile(sources, file, Optional.empty(), into));
    }

    private static boolean isPgBouncers(Sources sources, SourceFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        boolean named = name.endsWith(".ini") || name.equals("pgbouncer.conf") || name.equals("pgbouncer.cfg");
        return named
                && !PASSED_OVER.matcher(file.relative()).matches()
                && sources.peek(file)
                        .filter(text -> SECTION.matcher(text).find())
                        .isPresent();
    }

    private static void ofFile(Sources sources, SourceFile file, Optional<Workload> unit, Assembly into) {
        String of = unit.map(one -> PRODUCT + " of " + one.service().id()).orElse(PRODUCT + " alone");
        Optional<PgBouncerIni> ini = sources.text(file, PRODUCT)
                .flatMap(text -> sources.parse(
                        file,
                        of,
                        one -> PgBouncerIni.parse(
                                one.path(), TreeIncludes.placed(one), new TreeIncludes(sources, one, unit))));
        if (ini.isEmpty()) {
            return;
        }
        String name = unit.map(one -> one.service().name()).orElse(file.name());
        String id = (unit.isPresent() ? unit.get().service().id() : file.relative()) + "/pooler";
        PgBouncerValues values =
                new PgBouncerValues(ini.get(), unit.flatMap(DatabaseImage::of).flatMap(DatabaseImage::version), name);
        Part.Builder pooler = Part.of(
                        Kind.POOLER,
                        PRODUCT,
                        id,
                        name,
                        ini.get().header().orElse(new Origin(file.path(), file.linesBefore() + 1)))
                .version(unit.flatMap(DatabaseImage::of).flatMap(DatabaseImage::version))
                .service(unit.map(one -> one.service().id()));
        pooler.with(Setting.defaulted("made of", "a file", file.path()));
        into.addOnce(values.into(pooler, Optional.of(6432)).build());
        for (PgBouncerDatabase database : ini.get().databases()) {
            into.addOnce(values.database(database, id));
        }
    }

    private static void ofVariables(Workload unit, Assembly into) {
        DatabaseImage image = DatabaseImage.of(unit).orElseThrow();
        Part service = unit.service();
        PgBouncerIni ini = PgBouncerVariables.ini(image, unit);
        String id = service.id() + "/pooler";
        PgBouncerValues values = new PgBouncerValues(ini, image.version(), service.name());
        Origin origin = service.role(Role.IMAGE).origin().orElse(service.origin());
        Part.Builder pooler = Part.of(Kind.POOLER, PRODUCT, id, service.name(), origin)
                .version(image.version())
                .service(Optional.of(service.id()));
        pooler.with(Setting.defaulted("made of", "variables", image.repository()));
        into.addOnce(values.into(pooler, PgBouncerVariables.port(image)).build());
        ini.databases().forEach(database -> into.addOnce(values.database(database, id)));
    }
}
