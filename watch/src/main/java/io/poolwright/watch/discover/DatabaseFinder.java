package io.poolwright.watch.discover;

import io.poolwright.config.jdbc.JdbcUrl;
import io.poolwright.config.source.Tree;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import io.poolwright.watch.configured.Services;
import io.poolwright.watch.targets.TargetKind;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/** The databases that the pools call, each once for a service, with the credentials that the service itself has. */
final class DatabaseFinder implements Finder {
    @Override
    public void find(Stack stack, Tree tree, Services services, Consumer<Found> found, Consumer<Missed> missed) {
        Set<String> known = new HashSet<>();
        stack.all(Kind.POOL).forEach(pool -> url(pool).ifPresent(url -> {
            if (url.hosts().size() != 1
                    || !url.complete()
                    || !stack.all(Kind.POOLER)
                            .filter(pooler -> serves(pooler, url))
                            .toList()
                            .isEmpty()) {
                return;
            }
            Optional<TargetKind> kind = kind(url);
            String service = services.of(pool);
            String address = address(url);
            if (kind.isPresent() && known.add(service + ' ' + address)) {
                found.accept(credentials(
                        Found.of(service + "-database", kind.get(), service, address, url.origin()),
                        pool,
                        url,
                        services));
            }
        }));
    }

    private static Optional<JdbcUrl> url(Part pool) {
        Setting<String> written = pool.text("url");
        return written.isKnown()
                ? JdbcUrl.parse(written.get(), written.origin().orElse(pool.origin()))
                : Optional.empty();
    }

    private static boolean serves(Part pooler, JdbcUrl url) {
        return pooler.listens().stream()
                .flatMap(address -> address.port().stream())
                .anyMatch(port -> url.hosts().get(0).port().equals(OptionalInt.of(port)));
    }

    private static Optional<TargetKind> kind(JdbcUrl url) {
        if (url.driver().mysqlFamily()) {
            return Optional.of(TargetKind.MYSQL);
        }
        return url.text().contains("postgresql") ? Optional.of(TargetKind.POSTGRESQL) : Optional.empty();
    }

    private static String address(JdbcUrl url) {
        String scheme = url.driver().mysqlFamily() ? "jdbc:mariadb" : "jdbc:postgresql";
        return "%s://%s/%s".formatted(scheme, url.hosts().get(0), url.database().orElse(""));
    }

    private static Found credentials(Found target, Part pool, JdbcUrl url, Services services) {
        Found more = url.database().map(name -> target.with("database", name)).orElse(target);
        Setting<String> user = pool.role(Role.USER);
        Optional<String> name = user.isKnown() ? Optional.of(user.get()) : url.user();
        more = name.isPresent() ? more.with("user", name.get()) : more;
        Origin file = pool.origin();
        String prefix = pool.text("prefix").isKnown() ? pool.text("prefix").get() : "spring.datasource";
        for (String key :
                new String[] {prefix + ".password", prefix + ".hikari.password", "spring.datasource.password"}) {
            if (services.written(pool, key).isPresent()) {
                return more.with("secret_file", file.file()).with("secret_key", key);
            }
        }
        return more.with("secret_env", "POOLWRIGHT_DATABASE_PASSWORD");
    }
}
