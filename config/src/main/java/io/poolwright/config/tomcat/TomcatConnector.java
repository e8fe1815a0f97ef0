package io.poolwright.config.tomcat;

import io.poolwright.config.pool.Placeholder;
import io.poolwright.config.xml.XmlAttribute;
import io.poolwright.config.xml.XmlElement;
import io.poolwright.model.stack.Address;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A {@code <Connector>}: how many clients Tomcat serves, and how long it keeps them.
 *
 * <p>Source: Tomcat 10.1, "The HTTP Connector" and "The AJP Connector": threads 200, connections 8192, backlog 100, connection
 * time-out 60 s (AJP: none), keep-alive as the connection time-out, 100 requests on one connection. Times are milliseconds;
 * −1 is no limit.
 */
final class TomcatConnector {
    private static final String SOURCE = "Tomcat 10.1";

    private final XmlElement connector;
    private final List<XmlElement> executors;
    private final boolean ajp;

    TomcatConnector(XmlElement connector, List<XmlElement> executors) {
        this.connector = connector;
        this.executors = executors;
        this.ajp = connector.value("protocol").startsWith("AJP")
                || connector.value("protocol").contains(".ajp.");
    }

    Part part(String id, String parent, Optional<String> service) {
        Setting<Duration> connection = time("connectionTimeout", ajp ? Bound.FOREVER : Duration.ofSeconds(60));
        Part.Builder part = Part.of(
                        Kind.APP_SERVER,
                        ajp ? "tomcat-ajp" : "tomcat",
                        id,
                        "connector " + connector.value("port"),
                        connector.origin())
                .parent(parent)
                .service(service)
                .with(Role.WORKERS, threads())
                .with(Role.MAX_CONNECTIONS, count("maxConnections", 8_192))
                .with(Role.ACCEPT_COUNT, count("acceptCount", 100))
                .with(connection)
                .with(Role.SERVER_KEEP_ALIVE, keepAlive(connection))
                .with(Role.SERVER_KEEP_ALIVE_REQUESTS, count("maxKeepAliveRequests", 100));
        connector
                .attribute("port")
                .filter(port -> port.value().matches("\\d{1,5}"))
                .ifPresent(port -> part.listens(
                        new Address("*", Optional.of(Integer.parseInt(port.value())), Optional.of(port.origin()))));
        return part.build();
    }

    private Setting<Long> threads() {
        Optional<XmlElement> executor = connector.attribute("executor").flatMap(name -> executors.stream()
                .filter(one -> one.value("name").equals(name.value()))
                .findFirst());
        return executor.map(one -> count(one, "maxThreads", 200)).orElseGet(() -> count("maxThreads", 200));
    }

    /** The connection time-out when nobody writes one. */
    private Setting<Duration> keepAlive(Setting<Duration> connection) {
        if (connector.attribute("keepAliveTimeout").isPresent()) {
            return time("keepAliveTimeout", Bound.FOREVER);
        }
        return connection instanceof Setting.Declared<Duration> declared
                ? Setting.declared("keepAliveTimeout", declared.get(), declared.text(), declared.at())
                : connection.isKnown()
                        ? Setting.defaulted("keepAliveTimeout", connection.get(), SOURCE)
                        : Setting.unknown("keepAliveTimeout", "keepAliveTimeout of " + name());
    }

    private Setting<Long> count(String attribute, long otherwise) {
        return count(connector, attribute, otherwise);
    }

    private Setting<Long> count(XmlElement element, String attribute, long otherwise) {
        Optional<XmlAttribute> written = element.attribute(attribute);
        if (written.isEmpty()) {
            return Setting.defaulted(attribute, otherwise, SOURCE);
        }
        Optional<Long> number = number(written.get().value());
        if (number.isEmpty()) {
            return unreadable(attribute, written.get());
        }
        long value = number.get() < 0 ? Bound.UNLIMITED : number.get();
        return Setting.declared(
                attribute, value, written.get().value(), written.get().origin());
    }

    private Setting<Duration> time(String attribute, Duration otherwise) {
        Optional<XmlAttribute> written = connector.attribute(attribute);
        if (written.isEmpty()) {
            return Setting.defaulted(attribute, otherwise, SOURCE);
        }
        Optional<Long> number = number(written.get().value());
        if (number.isEmpty()) {
            return unreadable(attribute, written.get());
        }
        Duration value = number.get() < 0 ? Bound.FOREVER : Duration.ofMillis(number.get());
        return Setting.declared(
                attribute, value, written.get().value(), written.get().origin());
    }

    private <T> Setting<T> unreadable(String attribute, XmlAttribute written) {
        String what = Placeholder.in(written.value()) ? "is not in the files" : "is no number";
        return Setting.unresolved(
                attribute, "%s of %s (%s %s)".formatted(attribute, name(), written.value(), what), written.origin());
    }

    private String name() {
        return "Tomcat's connector " + connector.value("port");
    }

    private static Optional<Long> number(String text) {
        String plain = text.strip();
        return plain.matches("-?\\d{1,15}") ? Optional.of(Long.parseLong(plain)) : Optional.empty();
    }
}
