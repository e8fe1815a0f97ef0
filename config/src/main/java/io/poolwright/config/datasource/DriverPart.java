package io.poolwright.config.datasource;

import io.poolwright.config.jdbc.DatabaseDriver;
import io.poolwright.config.jdbc.DriverSettings;
import io.poolwright.config.jdbc.JdbcUrl;
import io.poolwright.config.jdbc.SessionLimits;
import io.poolwright.config.pool.Effective;
import io.poolwright.config.pool.PoolProduct;
import io.poolwright.config.pool.PoolSettings;
import io.poolwright.config.pool.Written;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The {@code DRIVER} part of a data source: what the address and the properties beside it come to. */
final class DriverPart {
    private static final List<String> TEXTS = List.of(
            "autoReconnect",
            "interactiveClient",
            "targetServerType",
            "loadBalanceHosts",
            "failOverReadOnly",
            "applicationName");

    private final DataSourceParts source;
    private final PoolSettings pool;
    private final JdbcUrl url;
    private final DatabaseDriver driver;

    DriverPart(DataSourceParts source, PoolSettings pool, JdbcUrl url) {
        this.source = source;
        this.pool = pool;
        this.url = url;
        Optional<Written> named = source.driverClass.or(() -> pool.find("driverClassName", "driverClass"));
        this.driver =
                named.map(written -> url.driver().loadedBy(written.text())).orElse(url.driver());
    }

    Part build() {
        DriverSettings settings = DriverSettings.of(driver, url, source.properties);
        InForce force = new InForce("the driver of pool '" + source.name + "'", PoolNames.of(driver), false);
        Part.Builder part = Part.of(Kind.DRIVER, PoolNames.of(driver), source.id + "/driver", source.name, url.origin())
                .parent(source.id)
                .service(source.service)
                .with(Role.CONNECT_TIMEOUT, force.time(druid(settings.connectTimeout())))
                .with(Role.SOCKET_TIMEOUT, force.time(druid(settings.socketTimeout())))
                .with(force.time(settings.loginTimeout()))
                .with(Role.TCP_KEEPALIVE, force.flag(settings.tcpKeepAlive()))
                .with(force.count(settings.prepareThreshold()))
                .with(Setting.declared("url", url.text(), url.text(), url.origin()));
        part.with(Role.STATEMENT_TIMEOUT, statement(settings, force));
        TEXTS.forEach(key -> settings.all().find(key).ifPresent(written -> part.with(force.text(written.named(key)))));
        return part.build();
    }

    private Setting<Duration> statement(DriverSettings settings, InForce force) {
        Optional<Written> initSql = pool.find("connectionInitSql", "initSQL", "connectionInitSqls", "newConnectionSql");
        Optional<Effective> limit = SessionLimits.statementTimeout(settings, initSql);
        if (limit.isPresent()) {
            return force.time(limit.get().named("statement_timeout"));
        }
        if (url.openEnded() || initSql.filter(sql -> !sql.known()).isPresent()) {
            return Setting.unknown(
                    "statement_timeout", "what the session of pool '%s' asks its server for".formatted(source.name));
        }
        return Setting.defaulted("statement_timeout", Bound.FOREVER, "a session that asks for none");
    }

    /** Druid has times of its own for the socket, in milliseconds, and in some versions they are 10 s by default. */
    private Effective druid(Effective ofDriver) {
        if (source.product != PoolProduct.DRUID) {
            return ofDriver;
        }
        if (pool.find(ofDriver.name()).isPresent()) {
            return pool.bareTime(1, 0, "Druid", ofDriver.name()).endlessAtZero();
        }
        if (ofDriver.written().isPresent()) {
            return ofDriver;
        }
        Optional<Boolean> tenSeconds =
                source.version.map(version -> version.atLeast(1, 2, 12) && !version.atLeast(1, 2, 22));
        if (tenSeconds.isEmpty()) {
            return ofDriver.unknownFor("the version of Druid (10 s in 1.2.12 to 1.2.21)");
        }
        return tenSeconds.get() ? Effective.defaulted(ofDriver.name(), 10_000, "Druid 1.2.12 to 1.2.21") : ofDriver;
    }
}
