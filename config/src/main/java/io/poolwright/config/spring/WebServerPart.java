package io.poolwright.config.spring;

import io.poolwright.config.build.ModuleBuild;
import io.poolwright.model.stack.Address;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Version;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The web server inside a Spring Boot application.
 *
 * <p>Defaults: Spring Boot's configuration metadata ({@code server.*}), and where it leaves the server's own: Tomcat's HTTP
 * connector (connectionTimeout 60 s without a {@code server.xml}, keepAliveTimeout the same, maxKeepAliveRequests 100); Jetty's
 * connector (idleTimeout 30 s); Reactor Netty (no idle limit).
 */
final class WebServerPart {
    private static final String BOOT = "org.springframework.boot";
    private static final String NO_SUCH = "the server is not known from the build";
    private static final int USUAL_PORT = 8080;

    private final SpringSettings settings;
    private final ApplicationFacts facts;
    private final Part.Builder part;
    private final String product;

    private WebServerPart(ApplicationFacts facts, SpringSettings settings, String product) {
        this.facts = facts;
        this.settings = settings;
        this.product = product;
        this.part = Part.of(Kind.APP_SERVER, product, facts.id() + "/app-server", facts.name(), facts.origin())
                .parent(facts.id())
                .service(facts.service());
    }

    /** The server's part; empty when the application has none. */
    static Optional<Part> of(ApplicationFacts facts, SpringSettings settings) {
        SpringEnvironment environment = settings.environment();
        boolean off = environment
                .get("spring.main.web-application-type")
                .flatMap(SpringValue::text)
                .filter(type -> type.equalsIgnoreCase("none"))
                .isPresent();
        boolean named = !environment.under("server").isEmpty();
        if (off || (!named && !facts.web())) {
            return Optional.empty();
        }
        return Optional.of(new WebServerPart(facts, settings, product(facts.build(), environment)).build());
    }

    private static String product(ModuleBuild build, SpringEnvironment environment) {
        for (String server : new String[] {"undertow", "jetty"}) {
            if (build.uses(BOOT, "spring-boot-starter-" + server)) {
                return server;
            }
        }
        boolean servlet = build.uses(BOOT, "spring-boot-starter-web") || build.uses(BOOT, "spring-boot-starter-webmvc");
        boolean reactive = build.uses(BOOT, "spring-boot-starter-webflux")
                || build.uses("org.springframework.cloud", "spring-cloud-starter-gateway*");
        boolean mvcGateway = build.uses("org.springframework.cloud", "spring-cloud-starter-gateway-*mvc");
        if (servlet || mvcGateway) {
            return "tomcat";
        }
        if (reactive) {
            return "reactor-netty";
        }
        for (String server : new String[] {"tomcat", "undertow", "jetty"}) {
            if (!environment.under("server." + server).isEmpty()) {
                return server;
            }
        }
        return environment.under("server.netty").isEmpty() ? "embedded" : "reactor-netty";
    }

    private Part build() {
        listen();
        switch (product) {
            case "tomcat" -> tomcat();
            case "jetty" -> jetty();
            case "undertow" -> undertow();
            case "reactor-netty" -> netty();
            default -> none();
        }
        return part.build();
    }

    private void listen() {
        Optional<SpringValue> port = settings.environment().get("server.port").filter(value -> !value.isBlank());
        Optional<Integer> number = port.isPresent() ? port.get().integer() : Optional.of(USUAL_PORT);
        boolean hidden = port.isEmpty() && settings.hider().isPresent();
        if (!hidden || facts.service().isPresent()) {
            part.listens(new Address("*", hidden ? Optional.empty() : number, port.map(SpringValue::origin)));
        }
        part.with(settings.count(settings.unset("server.port", (long) USUAL_PORT, "Spring Boot"), "server.port"));
    }

    /** A default that code may change where no property shows it. */
    private <T> Setting<T> otherwise(String name, T value, String of) {
        return facts.serverInCode()
                .<Setting<T>>map(origin -> settings.unknown(name, "the web server is configured in code at " + origin))
                .orElseGet(() -> settings.unset(name, value, of));
    }

    private void tomcat() {
        String tomcat = "Tomcat in Spring Boot";
        Setting<Long> connections = settings.count(
                otherwise("server.tomcat.max-connections", 8192L, tomcat), "server.tomcat.max-connections");
        Setting<Long> threads = settings.count(
                otherwise("server.tomcat.threads.max", 200L, tomcat),
                "server.tomcat.threads.max",
                "server.tomcat.max-threads");
        Setting<Duration> connection = settings.time(
                ChronoUnit.MILLIS,
                otherwise("server.tomcat.connection-timeout", Duration.ofSeconds(60), tomcat),
                "server.tomcat.connection-timeout",
                "server.connection-timeout");
        part.with(Role.MAX_CONNECTIONS, connections.map(WebServerPart::endless));
        part.with(threads);
        part.role(Role.WORKERS, facts.virtualThreads(settings) ? connections.map(WebServerPart::endless) : threads);
        part.with(
                Role.ACCEPT_COUNT,
                settings.count(otherwise("server.tomcat.accept-count", 100L, tomcat), "server.tomcat.accept-count"));
        part.with(connection);
        part.with(
                Role.SERVER_KEEP_ALIVE,
                settings.time(
                                ChronoUnit.MILLIS,
                                named("server.tomcat.keep-alive-timeout", connection),
                                "server.tomcat.keep-alive-timeout")
                        .map(time -> time.isNegative() ? Bound.FOREVER : time));
        part.with(
                Role.SERVER_KEEP_ALIVE_REQUESTS,
                settings.count(
                                otherwise("server.tomcat.max-keep-alive-requests", 100L, tomcat),
                                "server.tomcat.max-keep-alive-requests")
                        .map(WebServerPart::endless));
    }

    private void jetty() {
        String jetty = "Jetty in Spring Boot";
        part.with(
                Role.WORKERS,
                settings.count(
                        otherwise("server.jetty.threads.max", 200L, jetty),
                        "server.jetty.threads.max",
                        "server.jetty.max-threads"));
        part.with(
                Role.MAX_CONNECTIONS,
                settings.count(otherwise("server.jetty.max-connections", -1L, jetty), "server.jetty.max-connections")
                        .map(WebServerPart::endless));
        part.with(
                Role.SERVER_KEEP_ALIVE,
                settings.time(
                        ChronoUnit.MILLIS,
                        otherwise("server.jetty.connection-idle-timeout", Duration.ofSeconds(30), jetty),
                        "server.jetty.connection-idle-timeout",
                        "server.connection-timeout"));
    }

    private void undertow() {
        part.with(
                Role.WORKERS,
                settings.count(
                        settings.unknown("server.undertow.threads.worker", "by default it is 8 for each I/O thread"),
                        "server.undertow.threads.worker",
                        "server.undertow.worker-threads"));
        part.with(
                Role.SERVER_KEEP_ALIVE,
                settings.time(
                        ChronoUnit.MILLIS,
                        settings.unknown("server.undertow.no-request-timeout", "it is not written"),
                        "server.undertow.no-request-timeout",
                        "server.connection-timeout"));
    }

    private void netty() {
        String netty = "Reactor Netty";
        part.with(
                Role.SERVER_KEEP_ALIVE,
                settings.time(
                        ChronoUnit.MILLIS,
                        otherwise("server.netty.idle-timeout", Bound.FOREVER, netty),
                        "server.netty.idle-timeout"));
        part.with(
                Role.SERVER_KEEP_ALIVE_REQUESTS,
                settings.count(
                                otherwise("server.netty.max-keep-alive-requests", -1L, netty),
                                "server.netty.max-keep-alive-requests")
                        .map(WebServerPart::endless));
    }

    private void none() {
        part.role(Role.WORKERS, settings.unknown("threads", NO_SUCH));
        part.role(Role.MAX_CONNECTIONS, settings.unknown("max-connections", NO_SUCH));
        part.role(Role.SERVER_KEEP_ALIVE, settings.unknown("keep-alive", NO_SUCH));
    }

    /** Another setting's value under this name: where one follows the other. */
    private static Setting<Duration> named(String name, Setting<Duration> other) {
        if (!other.isKnown()) {
            return other;
        }
        return other.origin()
                .map(at -> Setting.replaced(
                        name, other.get(), other.written().orElse(""), at, "it follows " + other.name()))
                .orElseGet(() -> Setting.defaulted(name, other.get(), "Tomcat in Spring Boot"));
    }

    private static long endless(long count) {
        return count < 0 ? Bound.UNLIMITED : count;
    }

    /** Whether graceful shutdown is the default: since Spring Boot 3.4. */
    static Setting<String> shutdown(SpringSettings settings, Optional<Version> boot) {
        Setting<String> otherwise = boot.<Setting<String>>map(version -> settings.unset(
                        "server.shutdown",
                        version.atLeast(3, 4, 0) ? "graceful" : "immediate",
                        "Spring Boot " + version))
                .orElseGet(() -> settings.unknown(
                        "server.shutdown",
                        "not written, and graceful only since Spring Boot 3.4, whose version is not known"));
        return settings.text(otherwise, "server.shutdown")
                .map(text -> text.strip().toLowerCase(java.util.Locale.ROOT));
    }
}
