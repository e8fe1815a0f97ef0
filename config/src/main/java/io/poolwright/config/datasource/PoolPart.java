package io.poolwright.config.datasource;

import io.poolwright.config.Secrets;
import io.poolwright.config.jdbc.HostPort;
import io.poolwright.config.jdbc.JdbcUrl;
import io.poolwright.config.pool.Effective;
import io.poolwright.config.pool.EffectiveHikari;
import io.poolwright.config.pool.EffectivePool;
import io.poolwright.config.pool.Fate;
import io.poolwright.config.pool.HikariVersion;
import io.poolwright.config.pool.PoolProduct;
import io.poolwright.config.pool.PoolSettings;
import io.poolwright.config.pool.Written;
import io.poolwright.model.stack.Address;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Version;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The {@code POOL} part of a data source. Beside the settings in force it says, for each that the product replaces or refuses,
 * why: under the setting's name with {@code .replaced} or {@code .refused} behind it.
 */
final class PoolPart {
    private static final Set<String> FLAGS = Set.of(
            "testOnBorrow",
            "testOnReturn",
            "testOnConnect",
            "testWhileIdle",
            "removeAbandoned",
            "testConnectionOnCheckout",
            "testConnectionOnCheckin",
            "keepAlive",
            "validateOnBorrow",
            "poolingEnabled");
    private static final Set<String> COUNTS = Set.of("maxIdle", "acquireRetryAttempts", "acquireRetry");
    private static final Set<String> OFF_AT_ZERO = Set.of("timeBetweenEvictionRunsMillis", "idleConnectionTestPeriod");
    private static final List<String> TEXTS = List.of(
            "connectionTestQuery",
            "connectionInitSql",
            "initSQL",
            "validationQuery",
            "poolName",
            "dataSourceClassName",
            "driverClassName",
            "jdbcUrl",
            "preferredTestQuery",
            "jdbcInterceptors");

    private final DataSourceParts source;
    private final PoolSettings all;
    private final Optional<Written> address;
    private final Optional<JdbcUrl> url;
    private final InForce force;
    private final Part.Builder part;

    PoolPart(DataSourceParts source, PoolSettings all, Optional<Written> address, Optional<JdbcUrl> url) {
        this.source = source;
        this.all = all;
        this.address = address;
        this.url = url;
        String product = source.product.title()
                + source.version.map(version -> " " + version.text()).orElse("");
        this.force = new InForce("pool '" + source.name + "'", product, false);
        this.part = Part.of(Kind.POOL, PoolNames.of(source.product), source.id, source.name, source.origin)
                .version(source.version)
                .service(source.service);
        source.parent.ifPresent(part::parent);
    }

    Part build() {
        Optional<String> version = source.version.map(Version::text);
        if (source.product == PoolProduct.HIKARI) {
            Optional<HikariVersion> hikari =
                    source.version.map(known -> new HikariVersion(known.major(), known.minor(), known.patch()));
            hikari(
                    source.propertiesFile
                            ? EffectiveHikari.ofPropertiesFile(all, hikari)
                            : EffectiveHikari.of(all, hikari));
        } else {
            shared(EffectivePool.of(source.product, all, version));
        }
        TEXTS.forEach(name -> all.find(name).ifPresent(written -> part.with(text(name, written))));
        source.driverClass.ifPresent(written -> part.with(text("driverClassName", written)));
        user();
        calls();
        source.more.forEach(part::with);
        return part.build();
    }

    private void hikari(EffectiveHikari pool) {
        part.with(Role.POOL_MAX, force.count(pool.maximumPoolSize()));
        part.with(Role.POOL_MIN_IDLE, force.count(pool.minimumIdle()));
        part.with(Role.ACQUIRE_TIMEOUT, force.time(pool.connectionTimeout()));
        part.with(Role.VALIDATION_TIMEOUT, force.time(pool.validationTimeout()));
        part.with(Role.POOL_IDLE_TIMEOUT, force.timeOrNever(idle(pool)));
        part.with(Role.MAX_LIFETIME, force.timeOrNever(pool.maxLifetime()));
        part.with(Role.KEEPALIVE, force.timeOrNever(pool.keepaliveTime()));
        part.with(force.timeOrNever(pool.leakDetectionThreshold()));
        part.with(force.count(pool.initializationFailTimeout()));
        List.of("autoCommit", "registerMbeans", "allowPoolSuspension", "isolateInternalQueries")
                .forEach(name -> part.with(force.flag(all.flag(name.equals("autoCommit"), "HikariCP", name))));
        List.of(
                        pool.maximumPoolSize(),
                        pool.minimumIdle(),
                        pool.connectionTimeout(),
                        pool.validationTimeout(),
                        pool.idleTimeout(),
                        pool.maxLifetime(),
                        pool.keepaliveTime(),
                        pool.leakDetectionThreshold(),
                        pool.initializationFailTimeout())
                .forEach(this::remark);
    }

    /** A fixed pool never closes an idle connection, whatever is written. */
    private static Effective idle(EffectiveHikari pool) {
        boolean fixed = pool.elastic().filter(elastic -> !elastic).isPresent();
        return fixed && pool.idleTimeout().known()
                ? pool.idleTimeout().never("the pool has a fixed size")
                : pool.idleTimeout();
    }

    private void shared(EffectivePool pool) {
        part.with(Role.POOL_MAX, force.count(pool.maxSize()));
        part.with(Role.POOL_MIN_IDLE, force.count(pool.minIdle()));
        part.with(Role.ACQUIRE_TIMEOUT, force.time(pool.acquireTimeout()));
        part.with(Role.MAX_LIFETIME, force.time(pool.maxLifetime()));
        part.with(Role.POOL_IDLE_TIMEOUT, force.time(pool.idleTimeout()));
        part.role(Role.KEEPALIVE, Keepalives.of(pool, force));
        pool.more().values().forEach(this::own);
        List.of(pool.maxSize(), pool.minIdle(), pool.acquireTimeout(), pool.maxLifetime(), pool.idleTimeout())
                .forEach(this::remark);
    }

    private void own(Effective setting) {
        if (FLAGS.contains(setting.name())) {
            part.with(force.flag(setting));
        } else if (COUNTS.contains(setting.name())) {
            part.with(force.count(setting));
        } else if (OFF_AT_ZERO.contains(setting.name())) {
            part.with(force.timeOrNever(setting));
        } else {
            part.with(force.time(setting));
        }
        remark(setting);
    }

    private void remark(Effective setting) {
        String kind = setting.fate() == Fate.REFUSED
                ? ".refused"
                : setting.fate() == Fate.REPLACED || setting.fate() == Fate.IGNORED ? ".replaced" : "";
        if (!kind.isEmpty()) {
            String name = setting.name() + kind;
            part.with(setting.written()
                    .map(text -> Setting.declared(name, setting.why(), text.text(), text.origin()))
                    .orElseGet(() -> Setting.defaulted(name, setting.why(), source.product.title())));
        }
    }

    private Setting<String> text(String name, Written written) {
        String safe = Secrets.redacted(name, written.text());
        return force.text(new Written(name, safe, written.origin()));
    }

    private void user() {
        Optional<Written> written = source.user
                .or(() -> all.find("username", "user"))
                .or(() -> url.flatMap(one -> one.user().map(name -> new Written("user", name, one.origin()))));
        written.ifPresent(name -> part.role(Role.USER, force.text(name)));
    }

    private void calls() {
        url.filter(one -> !one.testcontainers()).ifPresent(one -> one.hosts().stream()
                .filter(HostPort::known)
                .forEach(host -> part.calls(new Address(host.host(), port(host.port()), Optional.of(one.origin())))));
        address.filter(written -> url.isEmpty())
                .ifPresent(written -> part.with(Setting.unresolved(
                        "url", "the address of %s's database".formatted(part(source.name)), written.origin())));
        url.ifPresent(one -> part.with(Setting.declared("url", one.text(), one.text(), one.origin())));
    }

    private static String part(String name) {
        return "pool '" + name + "'";
    }

    private static Optional<Integer> port(OptionalInt port) {
        return port.isPresent() ? Optional.of(port.getAsInt()) : Optional.empty();
    }
}
