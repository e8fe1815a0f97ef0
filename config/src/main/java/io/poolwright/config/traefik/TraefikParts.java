package io.poolwright.config.traefik;

import io.poolwright.config.assemble.Assembly;
import io.poolwright.config.assemble.Image;
import io.poolwright.config.assemble.Workload;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Address;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of Traefik, with every setting in force. */
final class TraefikParts {
    private static final String PRODUCT = "traefik";
    private static final String TRAEFIK = "Traefik";
    private static final Pattern PORT = Pattern.compile(".*:(\\d{1,5})(?:/\\w+)?");

    private final Optional<Workload> unit;
    private final TraefikConfiguration configuration;
    private final Origin first;
    private final Assembly into;
    private final String process;

    TraefikParts(Optional<Workload> unit, TraefikConfiguration configuration, Origin first, Assembly into) {
        this.unit = unit;
        this.configuration = configuration;
        this.first = first;
        this.into = into;
        this.process = first.file() + "/proxy/traefik";
    }

    void add() {
        Part.Builder proxy = Part.of(Kind.PROXY, PRODUCT, process, PRODUCT, first)
                .service(unit.map(one -> one.service().id()))
                .version(unit.flatMap(Workload::image).map(Image::of).flatMap(Image::version));
        transport(configuration.defaultTransport(), proxy);
        proxy.with(Setting.defaulted("static", configuration.isStatic(), "its sources"));
        into.add(proxy.build());
        for (String name : configuration.entryPoints()) {
            Optional<TraefikSetting> address = configuration.get("entrypoints." + name + ".address");
            Origin at = address.map(TraefikSetting::origin).orElse(first);
            Part.Builder entry = Part.of(Kind.FRONTEND, PRODUCT, process + "/frontend/" + name, name, at)
                    .parent(process);
            address.flatMap(written -> port(written.value()))
                    .ifPresent(port -> entry.listens(Address.of("*", port, at)));
            into.add(entry.build());
        }
        for (TraefikService service : configuration.services()) {
            backend(
                    service,
                    configuration,
                    service.servers().isEmpty()
                            ? Optional.empty()
                            : Optional.of(service.servers().get(0).origin()));
        }
    }

    /** A container with labels: its services send to the container itself. */
    void container(Workload container, TraefikConfiguration labels) {
        TraefikService named = labels.services().stream()
                .findFirst()
                .orElseGet(() ->
                        new TraefikService(container.service().name(), List.of(), Optional.empty(), Optional.empty()));
        Origin at = named.port()
                .map(TraefikSetting::origin)
                .orElse(container.service().origin());
        Optional<Part> backend = backend(named, configuration, Optional.of(at));
        String host = container.names().stream()
                .findFirst()
                .orElse(container.service().name());
        backend.ifPresent(part -> into.add(Part.of(
                        Kind.SERVER, PRODUCT, unused(part.id() + "/server/" + host), host, at)
                .parent(part.id())
                .calls(new Address(host, named.port().flatMap(port -> port(":" + port.value())), Optional.of(at)))
                .build()));
    }

    private Optional<Part> backend(TraefikService service, TraefikConfiguration from, Optional<Origin> at) {
        if (at.isEmpty()) {
            return Optional.empty();
        }
        String id = unused(process + "/backend/" + service.name());
        Part.Builder part =
                Part.of(Kind.BACKEND, PRODUCT, id, service.name(), at.get()).parent(process);
        Optional<String> wanted = service.transport().map(name -> name.value().replaceFirst("@.*$", ""));
        Optional<TraefikTransport> named = from.namedTransports().stream()
                .filter(one -> wanted.filter(one.name()::equalsIgnoreCase).isPresent())
                .findFirst();
        if (wanted.isPresent() && named.isEmpty()) {
            unknown(service, part);
        } else {
            transport(named.orElseGet(from::defaultTransport), part);
        }
        part.role(Role.UPSTREAM_REUSE, Setting.defaulted("connection reuse", true, TRAEFIK));
        Part backend = part.build();
        into.add(backend);
        for (TraefikSetting server : service.servers()) {
            Part.Builder one = Part.of(
                            Kind.SERVER,
                            PRODUCT,
                            unused(id + "/server/" + server.value()),
                            server.value(),
                            server.origin())
                    .parent(id);
            address(server).ifPresent(one::calls);
            into.add(one.build());
        }
        return Optional.of(backend);
    }

    private static void unknown(TraefikService service, Part.Builder part) {
        String missing = "the transport '%s' of service '%s' (in none of the files)"
                .formatted(service.transport().map(TraefikSetting::value).orElse(""), service.name());
        part.with(Role.UPSTREAM_IDLE, Setting.unknown("idleConnTimeout", missing));
        part.with(Role.RESPONSE_TIMEOUT, Setting.unknown("responseHeaderTimeout", missing));
        part.with(Role.CONNECT_TIMEOUT, Setting.unknown("dialTimeout", missing));
    }

    private static void transport(TraefikTransport transport, Part.Builder part) {
        part.with(Role.UPSTREAM_IDLE, time("idleConnTimeout", transport.idleConnTimeout(), Duration.ofSeconds(90)));
        part.with(
                Role.RESPONSE_TIMEOUT, time("responseHeaderTimeout", transport.responseHeaderTimeout(), Bound.FOREVER));
        part.with(Role.CONNECT_TIMEOUT, time("dialTimeout", transport.dialTimeout(), Duration.ofSeconds(30)));
    }

    private static Setting<Duration> time(String name, Optional<TraefikSetting> written, Duration byDefault) {
        if (written.isEmpty()) {
            return Setting.defaulted(name, byDefault, TRAEFIK);
        }
        TraefikSetting setting = written.get();
        return TraefikTime.parse(setting.value())
                .map(time ->
                        Setting.declared(name, time.isZero() ? Bound.FOREVER : time, setting.value(), setting.origin()))
                .orElseGet(() -> Setting.unresolved(
                        name,
                        "%s ('%s' is no time that Traefik takes)".formatted(name, setting.value()),
                        setting.origin()));
    }

    private static Optional<Address> address(TraefikSetting server) {
        try {
            URI url = new URI(server.value());
            int port = url.getPort() > 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
            return Optional.ofNullable(url.getHost()).map(host -> Address.of(host, port, server.origin()));
        } catch (URISyntaxException e) {
            return Optional.empty(); // a template's URL leads nowhere that we know
        }
    }

    private static Optional<Integer> port(String address) {
        Matcher port = PORT.matcher(address);
        return port.matches() ? Optional.of(Integer.valueOf(port.group(1))) : Optional.empty();
    }

    private String unused(String id) {
        String free = id;
        for (int i = 2; into.contains(free); i++) {
            free = id + "-" + i;
        }
        return free;
    }
}
