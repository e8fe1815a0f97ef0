package io.poolwright.config.proxysql;

import io.poolwright.config.assemble.Assembler;
import io.poolwright.config.assemble.Assembly;
import io.poolwright.config.assemble.Sources;
import io.poolwright.config.assemble.Workload;
import io.poolwright.config.database.DatabaseImage;
import io.poolwright.config.database.ServerFiles;
import io.poolwright.config.database.TreeIncludes;
import io.poolwright.config.database.Written;
import io.poolwright.config.source.SourceFile;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Address;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Version;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Adds every ProxySQL with a {@code proxysql.cnf}, and one entry for each of its servers.
 *
 * <p>Source: ProxySQL documentation, "Global variables" and "Main (runtime)": mysql_servers.
 */
public final class ProxySqlAssembler implements Assembler {
    private static final String PRODUCT = "proxysql";

    @Override
    public void assemble(Sources sources, String environment, Assembly into) {
        List<SourceFile> files = Stream.concat(sources.tree().files().stream(), into.embedded().stream())
                .filter(file -> isProxySqls(sources, file))
                .toList();
        ServerFiles owned = ServerFiles.of(files, into, Set.of(PRODUCT));
        owned.byUnit()
                .forEach((unit, own) ->
                        own.stream().findFirst().ifPresent(file -> add(sources, file, Optional.of(unit), into)));
        owned.alone().forEach(file -> add(sources, file, Optional.empty(), into));
    }

    private static boolean isProxySqls(Sources sources, SourceFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        return name.contains("proxysql")
                && (name.endsWith(".cnf") || name.endsWith(".conf"))
                && sources.peek(file)
                        .filter(text -> text.contains("mysql_variables") || text.contains("mysql_servers"))
                        .isPresent();
    }

    private static void add(Sources sources, SourceFile file, Optional<Workload> unit, Assembly into) {
        Optional<ProxySqlConf> read =
                sources.parse(file, PRODUCT, one -> ProxySqlConf.parse(one.path(), TreeIncludes.placed(one)));
        if (read.isEmpty()) {
            return;
        }
        ProxySqlConf conf = read.get();
        String name = unit.map(one -> one.service().name()).orElse(file.name());
        String id = (unit.isPresent() ? unit.get().service().id() : file.relative()) + "/pooler";
        Optional<Version> version = unit.flatMap(DatabaseImage::of).flatMap(DatabaseImage::version);
        Part.Builder pooler = Part.of(Kind.POOLER, PRODUCT, id, name, new Origin(file.path(), file.linesBefore() + 1))
                .version(version)
                .service(unit.map(one -> one.service().id()))
                .with(Role.CLIENT_LIMIT, variable(conf, "mysql-max_connections", ProxySqlAssembler::count, 2_048L))
                .with(variable(conf, "mysql-connection_max_age_ms", ProxySqlAssembler::millis, Duration.ZERO))
                .role(Role.POOL_MODE, Setting.defaulted("pool_mode", "transaction", "ProxySQL, which multiplexes"))
                .listens(listens(conf));
        into.addOnce(pooler.build());
        int number = 0;
        for (LibconfigNode server : conf.servers()) {
            into.addOnce(server(server, id, ++number));
        }
    }

    private static Part server(LibconfigNode server, String pooler, int number) {
        String host = ProxySqlConf.text(server, "address", "hostname").orElse("unknown");
        Optional<String> written = ProxySqlConf.text(server, "port");
        Optional<Integer> port = written.isEmpty()
                ? Optional.of(3306)
                : written.flatMap(ProxySqlAssembler::count).map(Long::intValue);
        Setting<Long> most = ProxySqlConf.text(server, "max_connections")
                .map(text -> setting(
                        "max_connections",
                        text,
                        ProxySqlConf.origin(server, "max_connections"),
                        ProxySqlAssembler::count))
                .orElseGet(() -> Setting.defaulted("max_connections", 1_000L, "ProxySQL"));
        return Part.of(Kind.POOLER_DATABASE, PRODUCT, pooler + "/" + number, host, server.origin())
                .parent(pooler)
                .with(Role.SERVER_POOL, most)
                .calls(new Address(host, port, Optional.of(server.origin())))
                .build();
    }

    /** The first of the interfaces; 6033 is ProxySQL's own choice. */
    private static Address listens(ProxySqlConf conf) {
        Optional<LibconfigNode> interfaces = conf.variable("mysql-interfaces");
        Optional<Integer> port = interfaces
                .flatMap(LibconfigNode::scalar)
                .map(text -> text.split(";", -1)[0])
                .map(first -> first.substring(first.lastIndexOf(':') + 1))
                .flatMap(ProxySqlAssembler::count)
                .map(Long::intValue);
        return new Address(
                "*", interfaces.isPresent() ? port : Optional.of(6033), interfaces.map(LibconfigNode::origin));
    }

    private static <T> Setting<T> variable(
            ProxySqlConf conf, String name, Function<String, Optional<T>> parser, T standard) {
        return conf.variable(name)
                .map(node -> setting(name, node.scalar().orElse(""), node.origin(), parser))
                .orElseGet(() -> Setting.defaulted(name, standard, "ProxySQL"));
    }

    private static <T> Setting<T> setting(
            String name, String text, Origin origin, Function<String, Optional<T>> parser) {
        return new Written(text, origin).as(name, parser);
    }

    private static Optional<Long> count(String text) {
        return text.matches("\\d{1,9}L?") ? Optional.of(Long.parseLong(text.replace("L", ""))) : Optional.empty();
    }

    private static Optional<Duration> millis(String text) {
        return count(text).map(Duration::ofMillis);
    }
}
