package io.poolwright.watch.eye;

import io.poolwright.model.live.InForce;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.watch.configured.Configuration;
import io.poolwright.watch.configured.Mismatch;
import io.poolwright.watch.configured.Value;
import io.poolwright.watch.view.Limit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings that limit a pool: as its files give them, and as it runs. */
final class Limits {
    /** What each is called for people, in the order in which they are shown. */
    private static final Map<Role<?>, String> NAMES = names();

    private Limits() {}

    private static Map<Role<?>, String> names() {
        Map<Role<?>, String> names = new LinkedHashMap<>();
        names.put(Role.POOL_MAX, "max connections");
        names.put(Role.PER_SERVER, "slots of this server");
        names.put(Role.WORKERS, "workers");
        names.put(Role.SERVER_POOL, "server connections");
        names.put(Role.CLIENT_LIMIT, "client connections");
        names.put(Role.DB_MAX_CONNECTIONS, "max connections");
        names.put(Role.DB_RESERVED, "reserved connections");
        names.put(Role.POOL_MIN_IDLE, "min idle");
        names.put(Role.ACQUIRE_TIMEOUT, "wait limit");
        names.put(Role.QUEUE_TIMEOUT, "queue limit");
        names.put(Role.MAX_LIFETIME, "max lifetime");
        names.put(Role.POOL_IDLE_TIMEOUT, "idle limit");
        names.put(Role.KEEPALIVE, "keepalive");
        names.put(Role.VALIDATION_TIMEOUT, "validation limit");
        names.put(Role.CONNECT_TIMEOUT, "connect limit");
        names.put(Role.SOCKET_TIMEOUT, "socket limit");
        names.put(Role.STATEMENT_TIMEOUT, "statement limit");
        names.put(Role.RESPONSE_TIMEOUT, "response limit");
        names.put(Role.ACCEPT_COUNT, "accept queue");
        return names;
    }

    static List<Limit> of(PoolId pool, Configuration configuration, List<InForce> told, List<Occurrence> changes) {
        List<InForce> own = told.stream()
                .filter(one -> one.service().equals(pool.service())
                        && (one.instance().isEmpty() || one.instance().equals(pool.instance())))
                .toList();
        List<Mismatch> mismatches = configuration.mismatches(own);
        List<Limit> limits = new ArrayList<>();
        for (Part part : parts(pool, configuration)) {
            NAMES.forEach((role, name) -> {
                if (part.has(role) && known(part.role(role))) {
                    limits.add(limit(name, part.role(role), part, pool, own, mismatches, changes));
                }
            });
        }
        return limits;
    }

    private static boolean known(Setting<?> setting) {
        return setting.isKnown() || setting.isDeclared();
    }

    /** What describes the pool, what it belongs to, and the driver under it. */
    private static List<Part> parts(PoolId pool, Configuration configuration) {
        List<Part> parts = new ArrayList<>();
        configuration.of(pool).ifPresent(part -> {
            parts.add(part);
            configuration
                    .stack()
                    .parent(part)
                    .filter(it -> part.kind() == Kind.SERVER)
                    .ifPresent(parts::add);
            parts.addAll(configuration.stack().children(part, Kind.DRIVER));
        });
        return parts;
    }

    private static Limit limit(
            String name,
            Setting<?> setting,
            Part part,
            PoolId pool,
            List<InForce> told,
            List<Mismatch> mismatches,
            List<Occurrence> changes) {
        Optional<InForce> running = told.stream()
                .filter(one -> one.setting().equals(setting.name()))
                .filter(one -> one.part().isEmpty()
                        || one.part().equals(pool.name())
                        || one.part().equals(part.name()))
                .findFirst();
        Optional<Mismatch> mismatch = mismatches.stream()
                .filter(one -> one.part().id().equals(part.id())
                        && one.configured().name().equals(setting.name()))
                .findFirst();
        boolean replaced = setting instanceof Setting.Replaced<?>;
        Optional<String> configured = replaced
                ? setting.written()
                : setting.isKnown() ? Optional.of(Value.say(setting.get())) : setting.written();
        Optional<String> effective = mismatch.map(it -> Value.say(it.running()))
                .or(() -> replaced ? Optional.of(Value.say(setting.get())) : Optional.empty())
                .or(() -> running.map(it -> setting.isKnown() ? Value.say(setting.get()) : it.value()));
        Optional<Occurrence> change = changes.stream()
                .filter(one -> one.kind() == Occurrence.Kind.SETTING_CHANGED)
                .filter(one ->
                        one.subject().contains(pool.instance()) || one.subject().endsWith(pool.name()))
                .filter(one -> Said.same(one.rule(), setting.name()))
                .reduce((earlier, later) -> later);
        return new Limit(
                name,
                setting.name(),
                configured,
                setting.source(),
                effective,
                mismatch.map(it -> it.told().source())
                        .or(() -> running.map(InForce::source))
                        .orElse(replaced ? "by the product" : ""),
                mismatch.isPresent() || replaced,
                change.map(one -> Said.before(one.text())),
                change.map(Occurrence::at).map(Instant::from),
                replaced ? ((Setting.Replaced<?>) setting).because() : "");
    }
}
