package io.poolwright.config.haproxy;

import io.poolwright.config.assemble.Assembly;
import io.poolwright.model.stack.Address;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import java.time.Duration;
import java.util.Optional;

/** The servers of one backend as parts. */
final class HaproxyServerParts {
    private final Part backend;
    private final Setting<String> mode;
    private final Assembly into;

    HaproxyServerParts(Part backend, Setting<String> mode, Assembly into) {
        this.backend = backend;
        this.mode = mode;
        this.into = into;
    }

    void add(HaproxyServer server) {
        Setting<Long> minconn =
                HaproxySettings.limit("minconn", server.count("minconn"), HaproxySettings.unlimited("minconn"));
        Setting<Long> written =
                HaproxySettings.limit("maxconn", server.count("maxconn"), HaproxySettings.unlimited("maxconn"));
        Part.Builder part = Part.of(
                        Kind.SERVER,
                        backend.product(),
                        id(server),
                        server.name(),
                        server.line().origin())
                .parent(backend.id());
        part.with(Role.PER_SERVER, inForce(written, minconn));
        part.with(minconn);
        part.with(written.isDeclared() ? renamed(written) : HaproxySettings.unlimited("maxconn as written"));
        part.with(HaproxySettings.limit("maxqueue", server.count("maxqueue"), HaproxySettings.unlimited("maxqueue")));
        part.with(HaproxySettings.of(
                "pool-purge-delay",
                server.parameter("pool-purge-delay").as("a time that HAProxy accepts", HaproxyTime::parse),
                Setting.defaulted("pool-purge-delay", Duration.ofSeconds(5), HaproxySettings.HAPROXY)));
        part.with(HaproxySettings.of("servers", server.number(), Setting.unknown("servers", "the number of servers")));
        part.with(mode);
        part.with(Setting.defaulted("backup", server.has("backup"), "its line"));
        part.with(Setting.defaulted("disabled", server.has("disabled"), "its line"));
        server.host()
                .ifPresent(host -> part.calls(new Address(
                        host, server.port(), Optional.of(server.line().origin()))));
        into.add(part.build());
    }

    /** HAProxy takes minconn for maxconn where it is the greater one or the only one. */
    private static Setting<Long> inForce(Setting<Long> maxconn, Setting<Long> minconn) {
        if (!maxconn.isKnown() || !minconn.isKnown() || !minconn.isDeclared() || minconn.get() == Bound.UNLIMITED) {
            return maxconn;
        }
        boolean replaced = maxconn.get() == Bound.UNLIMITED || minconn.get() > maxconn.get();
        return replaced
                ? Setting.replaced(
                        "maxconn",
                        minconn.get(),
                        minconn.written().orElse(""),
                        minconn.origin().orElseThrow(),
                        "HAProxy takes minconn for maxconn where maxconn is missing or smaller")
                : maxconn;
    }

    private static Setting<Long> renamed(Setting<Long> maxconn) {
        return maxconn.isKnown()
                ? Setting.declared(
                        "maxconn as written",
                        maxconn.get(),
                        maxconn.written().orElse(""),
                        maxconn.origin().orElseThrow())
                : Setting.unresolved(
                        "maxconn as written", "maxconn", maxconn.origin().orElseThrow());
    }

    private String id(HaproxyServer server) {
        String id = "%s/server/%s".formatted(backend.id(), server.name());
        return into.contains(id) ? id + "#" + server.line().origin() : id;
    }
}
