package io.poolwright.config.mysql;

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
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Adds every MySQL and MariaDB server: those that a unit runs, with the option files and arguments it runs with, and those of
 * which there are only option files. Option files of one folder that nobody claims are one server's.
 */
public final class MySqlAssembler implements Assembler {
    private static final String FORMAT = "mysql";

    @Override
    public void assemble(Sources sources, String environment, Assembly into) {
        List<SourceFile> files = Stream.concat(sources.tree().files().stream(), into.embedded().stream())
                .filter(file -> MySqlFile.isServers(sources, file))
                .sorted(Comparator.comparing((SourceFile file) -> !MySqlFile.isMain(file))
                        .thenComparing(SourceFile::relative))
                .toList();
        ServerFiles owned = ServerFiles.of(files, into, Set.of("mysql", "mariadb"));
        owned.byUnit().forEach((unit, own) -> into.addOnce(running(sources, unit, own, owned.isInDoubt(unit))));
        Map<String, List<SourceFile>> folders = new LinkedHashMap<>();
        owned.alone().forEach(file -> folders.computeIfAbsent(home(file), key -> new ArrayList<>())
                .add(file));
        folders.forEach((folder, own) -> alone(sources, own).ifPresent(into::addOnce));
    }

    /** The folder of a server's files: a {@code conf.d} belongs to the folder that it is in. */
    private static String home(SourceFile file) {
        return file.folder().replaceFirst("(^|/)[^/]*conf\\.d$", "");
    }

    private static Part running(Sources sources, Workload unit, List<SourceFile> files, boolean inDoubt) {
        DatabaseImage image = DatabaseImage.of(unit).orElseThrow();
        MySqlFlavour flavour = image.product().equals("mariadb") ? MySqlFlavour.MARIADB : MySqlFlavour.MYSQL;
        MySqlValues values =
                new MySqlValues(new ServerGroups(flavour, image.version().map(MySqlAssembler::series)), inDoubt);
        read(sources, files, Optional.of(unit), values);
        MySqlArguments.of(Word.ofVariables(unit, List.of("MARIADB_EXTRA_FLAGS", "MYSQL_EXTRA_FLAGS")))
                .forEach(values::assign);
        MySqlArguments.of(Word.of(unit)).forEach(values::assign);
        Part service = unit.service();
        Origin origin = files.isEmpty()
                ? service.role(Role.IMAGE).origin().orElse(service.origin())
                : new Origin(files.get(0).path(), files.get(0).linesBefore() + 1);
        Part.Builder part = Part.of(Kind.DATABASE, image.product(), service.id() + "/database", service.name(), origin)
                .version(image.version())
                .service(Optional.of(service.id()));
        values.into(part, service.name());
        return part.build();
    }

    private static Optional<Part> alone(Sources sources, List<SourceFile> files) {
        MySqlValues values = new MySqlValues(new ServerGroups(MySqlFlavour.UNKNOWN, Optional.empty()), false);
        if (read(sources, files, Optional.empty(), values) == 0) {
            return Optional.empty();
        }
        SourceFile first = files.get(0);
        Origin origin = new Origin(first.path(), first.linesBefore() + 1);
        String product = values.flavour() == MySqlFlavour.MARIADB ? "mariadb" : "mysql";
        Part.Builder part = Part.of(Kind.DATABASE, product, first.relative() + "/database", first.name(), origin);
        values.into(part, first.name());
        return Optional.of(part.build());
    }

    /** Reads the files that no other of them includes; gives the number of files that say something to a server. */
    private static int read(Sources sources, List<SourceFile> files, Optional<Workload> unit, MySqlValues into) {
        String of = unit.map(one -> FORMAT + " of " + one.service().id()).orElse(FORMAT + " alone");
        List<OptionFile> read = new ArrayList<>();
        for (SourceFile file : files) {
            boolean included = read.stream()
                    .flatMap(one -> one.options().stream())
                    .anyMatch(option -> option.origin().file().equals(file.path())
                            && option.origin().line() > file.linesBefore());
            if (!included) {
                sources.text(file, FORMAT)
                        .flatMap(text -> sources.parse(
                                file,
                                of,
                                one -> OptionFile.parse(
                                        one.path(), TreeIncludes.placed(one), new TreeIncludes(sources, one, unit))))
                        .ifPresent(read::add);
            }
        }
        read.forEach(into::read);
        return (int) read.stream().filter(one -> !one.options().isEmpty()).count();
    }

    private static String series(Version version) {
        return version.major() + "." + version.minor();
    }

    /** The one who may do everything. */
    static Setting<String> superuser() {
        return Setting.defaulted("superuser", "root", "MySQL");
    }
}
