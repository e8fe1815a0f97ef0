package io.poolwright.config.haproxy;

import io.poolwright.config.assemble.Assembly;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Address;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Version;
import java.time.Duration;
import java.util.Optional;

/** The parts of one HAProxy process, with every setting in force. */
final class HaproxyParts {
    private static final String PRODUCT = "haproxy";

    private final String file;
    private final HaproxyTree tree;
    private final Optional<String> service;
    private final Optional<Version> version;
    private final Assembly into;
    private final String process;

    HaproxyParts(String file, HaproxyTree tree, Optional<String> service, Optional<Version> version, Assembly into) {
        this.file = file;
        this.tree = tree;
        this.service = service;
        this.version = version;
        this.into = into;
        this.process = process(file);
    }

    /** The id of the process that a file configures. */
    static String process(String file) {
        return file + "/proxy/haproxy";
    }

    void add(Origin first) {
        into.add(process(first));
        for (HaproxyProxy proxy : tree.proxies()) {
            if (proxy.isFrontend()) {
                into.add(frontend(proxy));
            }
            if (proxy.isBackend()) {
                backend(proxy);
            }
        }
    }

    private Part process(Origin first) {
        Optional<HaproxyProxy> global = tree.global();
        Part.Builder part = Part.of(
                        Kind.PROXY,
                        PRODUCT,
                        process,
                        "haproxy",
                        global.map(HaproxyProxy::origin).orElse(first))
                .version(version)
                .service(service);
        part.with(Role.ADMITTED, globalMaxconn());
        for (String count : new String[] {"ulimit-n", "nbthread", "nbproc"}) {
            Setting<Long> absent = Setting.unknown(count, count + " (HAProxy works it out when it starts)");
            part.with(global.map(one -> HaproxySettings.of(count, one.count(count), absent))
                    .orElse(absent));
        }
        return part.build();
    }

    private Setting<Long> globalMaxconn() {
        Setting<Long> absent = Setting.unknown(
                "maxconn", "global maxconn (not written: HAProxy works it out from the limit of open files)");
        return tree.global()
                .map(global -> HaproxySettings.limit("maxconn", global.count("maxconn"), absent))
                .orElse(absent);
    }

    private Part frontend(HaproxyProxy proxy) {
        Part.Builder part = part(Kind.FRONTEND, proxy);
        part.with(Role.CLIENT_TIMEOUT, time(proxy, "client"));
        part.with(Role.MODE, mode(proxy));
        part.with(time(proxy, "http-request"));
        part.with(time(proxy, "http-keep-alive"));
        part.with(Role.ADMITTED, frontendMaxconn(proxy));
        part.with(HaproxyTargets.of(proxy));
        part.with(HaproxyTargets.isStatisticsOnly(proxy));
        proxy.lines("bind").forEach(bind -> listens(part, bind));
        return part.build();
    }

    /** Absent or 0, the process's limit holds. */
    private Setting<Long> frontendMaxconn(HaproxyProxy proxy) {
        HaproxyValue<Long> own = proxy.count("maxconn");
        Setting<Long> global = globalMaxconn();
        boolean unset =
                own.isAbsent() || own.written().filter(count -> count == 0).isPresent();
        if (!unset) {
            return HaproxySettings.of("maxconn", own, global);
        }
        return global.isKnown()
                ? Setting.defaulted("maxconn", global.get(), "HAProxy: the global maxconn")
                : Setting.unknown("maxconn", "maxconn of frontend '%s', or the global one".formatted(proxy.name()));
    }

    private static void listens(Part.Builder part, HaproxyDirective bind) {
        HaproxyWord addresses = bind.word(1);
        if (!addresses.known()) {
            return;
        }
        for (String address : addresses.text().split(",", -1)) {
            HaproxyAddress.port(address)
                    .ifPresent(port ->
                            part.listens(Address.of(HaproxyAddress.host(address).orElse("*"), port, bind.origin())));
        }
    }

    private void backend(HaproxyProxy proxy) {
        Setting<Duration> connect = time(proxy, "connect");
        Setting<Duration> tunnel = time(proxy, "tunnel");
        Setting<String> mode = mode(proxy);
        Part.Builder part = part(Kind.BACKEND, proxy);
        part.with(Role.CONNECT_TIMEOUT, connect);
        Setting<Duration> server = time(proxy, "server");
        part.with(server).role(Role.RESPONSE_TIMEOUT, silence(mode, tunnel, server));
        part.with(
                Role.QUEUE_TIMEOUT,
                HaproxySettings.time("timeout queue", proxy.timeout("queue"), HaproxyTargets.inPlaceOfQueue(connect)));
        part.with(tunnel);
        part.with(time(proxy, "client"));
        part.with(time(proxy, "http-keep-alive"));
        part.with(Role.MODE, mode);
        part.with(
                Role.RETRIES,
                HaproxySettings.of(
                        "retries", proxy.count("retries"), Setting.defaulted("retries", 3L, HaproxySettings.HAPROXY)));
        part.with(HaproxyTargets.retryOn(proxy));
        part.with(HaproxySettings.of(
                "http-reuse",
                proxy.text("http-reuse"),
                Setting.defaulted("http-reuse", "safe", "HAProxy 2.0 and later")));
        part.with(HaproxySettings.of(
                "fullconn",
                proxy.count("fullconn"),
                Setting.unknown("fullconn", "fullconn (10 % of what the frontends admit)")));
        Part backend = part.build();
        into.add(backend);
        HaproxyServerParts servers = new HaproxyServerParts(backend, mode, into);
        proxy.servers().forEach(servers::add);
    }

    /** Once data flows through a TCP proxy, a tunnel's time counts instead of the server's. */
    private static Setting<Duration> silence(Setting<String> mode, Setting<Duration> tunnel, Setting<Duration> server) {
        return mode.isKnown() && mode.get().equals("tcp") && tunnel.isDeclared() ? tunnel : server;
    }

    private Part.Builder part(Kind kind, HaproxyProxy proxy) {
        String name = proxy.name().isEmpty() ? proxy.kind() : proxy.name();
        String id = "%s/%s/%s".formatted(file, kind == Kind.FRONTEND ? "frontend" : "backend", name);
        String unique = into.contains(id) ? id + "#" + proxy.origin().line() : id;
        String other = into.contains(unique) ? unique + "@" + proxy.origin().file() : unique;
        return Part.of(kind, PRODUCT, other, name, proxy.origin())
                .parent(process)
                .version(version)
                .with(HaproxyTargets.defaultsOf(proxy))
                .with(HaproxyTargets.guardsRetries(proxy));
    }

    private static Setting<Duration> time(HaproxyProxy proxy, String name) {
        String setting = "timeout " + name;
        return HaproxySettings.time(setting, proxy.timeout(name), HaproxySettings.never(setting));
    }

    private static Setting<String> mode(HaproxyProxy proxy) {
        return HaproxySettings.of("mode", proxy.mode(), Setting.defaulted("mode", "tcp", HaproxySettings.HAPROXY));
    }
}
