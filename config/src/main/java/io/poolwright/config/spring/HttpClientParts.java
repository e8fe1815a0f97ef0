package io.poolwright.config.spring;

import io.poolwright.config.build.ModuleBuild;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Address;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The outbound HTTP clients that an application evidently has: it makes one in its code, or configures one.
 *
 * <p>Defaults: Spring Boot metadata ({@code spring.http.client.*}: no read time-out); Reactor Netty reference, "Connection Pool"
 * (no idle limit, 45 s wait) and "Response Timeout" (none); OkHttp {@code ConnectionPool} (5 idle connections for 5 min);
 * HttpClient 5 {@code PoolingHttpClientConnectionManager} (25 in all, 5 for each route).
 */
final class HttpClientParts {
    private static final Pattern NO_CALL_OF_THE_APPLICATION =
            Pattern.compile("eureka|issuer|jwk|oauth|zipkin|otel|otlp|tracing"
                    + "|management|swagger|springdoc|cors|allow|redirect|cloud\\.config|elastic|logst|influx|actuator|admin|frontend"
                    + "|origin|callback|webhook|base-?url$|public|prometheus|keycloak|sentry|nacos|consul|vault");
    private static final List<String> GATEWAYS =
            List.of("spring.cloud.gateway.httpclient", "spring.cloud.gateway.server.webflux.httpclient");
    private static final int MOST_CALLS = 20;

    private final ApplicationFacts facts;
    private final SpringSettings settings;
    private final SpringEnvironment environment;
    private final List<Part> parts = new ArrayList<>();

    private HttpClientParts(ApplicationFacts facts, SpringSettings settings) {
        this.facts = facts;
        this.settings = settings;
        this.environment = settings.environment();
    }

    static List<Part> of(ApplicationFacts facts, SpringSettings settings) {
        HttpClientParts clients = new HttpClientParts(facts, settings);
        clients.blocking();
        clients.reactive();
        clients.okhttp();
        clients.gateway();
        return clients.parts;
    }

    /** RestTemplate and RestClient, over whichever library. */
    private void blocking() {
        Optional<Origin> used = facts.source()
                .first(SourceFacts.Kind.REST_TEMPLATE)
                .or(() -> facts.source().first(SourceFacts.Kind.REST_CLIENT))
                .or(() -> environment.under("spring.http.client").stream()
                        .map(SpringValue::declared)
                        .findFirst())
                .or(() -> environment.under("spring.http.clients").stream()
                        .map(SpringValue::declared)
                        .findFirst());
        if (used.isEmpty()) {
            return;
        }
        boolean apache = facts.build().uses("org.apache.httpcomponents.client5", "httpclient5");
        Part.Builder part = part(apache ? "httpclient5" : "spring-rest", "rest", used.get());
        part.with(readTimeout("spring.http.client.read-timeout", "spring.http.clients.read-timeout"));
        if (apache) {
            ModuleBuild build = facts.build();
            part.with(facts.source()
                    .first(SourceFacts.Kind.ROUTE_LIMIT)
                    .<Setting<Long>>map(at -> settings.unknown("maxConnPerRoute", "set in code at " + at))
                    .orElseGet(() -> Setting.defaulted("maxConnPerRoute", 5L, "HttpClient 5")));
            build.library("org.apache.httpcomponents.client5", "httpclient5")
                    .ifPresent(library ->
                            part.with(Setting.declared("library", "httpclient5", "httpclient5", library.origin())));
        }
        calls(part);
        parts.add(part.build());
    }

    /** WebClient over Reactor Netty. */
    private void reactive() {
        Optional<Origin> used = facts.source().first(SourceFacts.Kind.WEB_CLIENT);
        if (used.isEmpty()) {
            return;
        }
        Part.Builder part = part("reactor-netty", "webclient", used.get());
        part.with(readTimeout(
                "spring.http.reactiveclient.read-timeout",
                "spring.http.clients.reactive.read-timeout",
                "spring.http.clients.read-timeout"));
        part.with(inCode("maxIdleTime", SourceFacts.Kind.IDLE_LIMIT, Bound.FOREVER));
        part.with(inCode("pendingAcquireTimeout", SourceFacts.Kind.ACQUIRE_LIMIT, Duration.ofSeconds(45)));
        calls(part);
        parts.add(part.build());
    }

    private void okhttp() {
        Optional<Origin> used = facts.source().first(SourceFacts.Kind.OKHTTP);
        if (used.isEmpty()) {
            return;
        }
        Part.Builder part = part("okhttp", "okhttp", used.get());
        part.with(inCode("keepAliveDuration", SourceFacts.Kind.IDLE_LIMIT, Duration.ofMinutes(5)));
        calls(part);
        parts.add(part.build());
    }

    /** Spring Cloud Gateway's own client. */
    private void gateway() {
        boolean present = facts.build().uses("org.springframework.cloud", "spring-cloud-starter-gateway*");
        Optional<Origin> used = GATEWAYS.stream()
                .flatMap(prefix -> environment.under(prefix).stream())
                .map(SpringValue::declared)
                .findFirst();
        if (!present || used.isEmpty()) {
            return;
        }
        Part.Builder part = part("reactor-netty", "gateway", used.get());
        part.with(gatewayTime("response-timeout", "responseTimeout", Bound.FOREVER));
        part.with(gatewayTime("pool.max-idle-time", "maxIdleTime", Bound.FOREVER));
        part.with(gatewayTime("pool.acquire-timeout", "pendingAcquireTimeout", Duration.ofSeconds(45)));
        part.with(Setting.defaulted("gateway", true, "the build"));
        parts.add(part.build());
    }

    private Setting<Duration> gatewayTime(String key, String name, Duration otherwise) {
        String[] names = GATEWAYS.stream().map(prefix -> prefix + "." + key).toArray(String[]::new);
        Setting<Duration> read =
                settings.time(ChronoUnit.MILLIS, settings.unset(names[0], otherwise, "Spring Cloud Gateway"), names);
        return renamed(name, read);
    }

    private static Setting<Duration> renamed(String name, Setting<Duration> read) {
        if (!read.isKnown()) {
            return read.origin()
                    .<Setting<Duration>>map(at -> Setting.unresolved(name, read.source(), at))
                    .orElseGet(() -> Setting.unknown(name, read.source()));
        }
        return read.origin()
                .map(at -> Setting.declared(name, read.get(), read.written().orElse(""), at))
                .orElseGet(() -> Setting.defaulted(name, read.get(), "Spring Cloud Gateway"));
    }

    private Part.Builder part(String product, String name, Origin origin) {
        return Part.of(
                        Kind.HTTP_CLIENT,
                        product,
                        facts.id() + "/http-client/" + name,
                        facts.name() + " " + name,
                        origin)
                .parent(facts.id())
                .service(facts.service());
    }

    /** The longest wait for an answer, called {@code responseTimeout}; what code sets is not known. */
    private Setting<Duration> readTimeout(String... properties) {
        Optional<Origin> limiter = environment.under("resilience4j.timelimiter").stream()
                .map(SpringValue::declared)
                .findFirst();
        if (limiter.isEmpty()) {
            limiter = environment.under("spring.http.serviceclient").stream()
                    .filter(value -> value.name().endsWith("read-timeout"))
                    .map(SpringValue::declared)
                    .findFirst();
        }
        Setting<Duration> otherwise = limiter.<Setting<Duration>>map(
                        at -> settings.unknown("responseTimeout", "a limit at " + at + " may cut it"))
                .orElseGet(() -> inCode("responseTimeout", SourceFacts.Kind.READ_TIMEOUT, Bound.FOREVER));
        return renamed("responseTimeout", settings.time(ChronoUnit.MILLIS, otherwise, properties));
    }

    private Setting<Duration> inCode(String name, SourceFacts.Kind kind, Duration otherwise) {
        return facts.source()
                .first(kind)
                .<Setting<Duration>>map(at -> settings.unknown(name, "set in code at " + at))
                .orElseGet(() -> settings.unset(name, otherwise, "the client"));
    }

    /** The addresses that properties name; whoever issues tokens or takes traces is called by something else. */
    private void calls(Part.Builder part) {
        Map<String, Address> addresses = new LinkedHashMap<>();
        for (SpringProperty property : environment.stated()) {
            String key = property.key().toLowerCase(Locale.ROOT);
            if (addresses.size() < MOST_CALLS
                    && property.text()
                            .filter(text -> text.contains("http") || text.contains("${"))
                            .isPresent()
                    && !NO_CALL_OF_THE_APPLICATION.matcher(key).find()) {
                SpringValue value = environment.value(property);
                value.text()
                        .flatMap(text -> address(text, value.origin()))
                        .ifPresent(address -> addresses.putIfAbsent(address.toString(), address));
            }
        }
        addresses.values().forEach(part::calls);
    }

    private static Optional<Address> address(String text, Origin at) {
        String url = text.strip();
        if (!url.startsWith("http://") && !url.startsWith("https://")) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(url);
            if (uri.getHost() == null || uri.getHost().equals("localhost")) {
                return Optional.empty();
            }
            int port = uri.getPort() > 0 ? uri.getPort() : url.startsWith("https") ? 443 : 80;
            return Optional.of(Address.of(uri.getHost(), port, at));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a template such as http://host/{id}: not an address that we can follow
        }
    }
}
