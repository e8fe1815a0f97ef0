package io.poolwright.watch.targets;

import io.poolwright.model.Origin;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that is asked how it is.
 *
 * @param name unique among all targets
 * @param kind what sort of thing
 * @param service the service that it belongs to
 * @param instance which copy of it; for an application, as its balancer calls it
 * @param address where it is, in the form of its kind
 * @param application {@code application_name} under which the database knows this copy
 * @param database for a database, the one that the service uses
 * @param frontend for HAProxy, the frontend of the service
 * @param backend for HAProxy, the backend of the service
 * @param pool for an application with several pools, the one that the diagnosis follows
 * @param format for a log, its format as the product writes it
 * @param interval how often it is looked at
 * @param user whom to log in as
 * @param secret where the password or token is
 * @param origin where it is declared; empty for one that no file declares
 */
public record Target(
        String name,
        TargetKind kind,
        String service,
        String instance,
        String address,
        String application,
        Optional<String> database,
        Optional<String> frontend,
        Optional<String> backend,
        Optional<String> pool,
        Optional<String> format,
        Duration interval,
        Optional<String> user,
        Secret secret,
        Optional<Origin> origin) {
    public Target {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(instance, "instance");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(application, "application");
        Objects.requireNonNull(interval, "interval");
        Objects.requireNonNull(secret, "secret");
        Objects.requireNonNull(origin, "origin");
    }

    /** A target of which nothing is known but what and where it is. */
    public static Target at(String name, TargetKind kind, String service, String address, Duration interval) {
        return new Target(
                name,
                kind,
                service,
                name,
                address,
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                interval,
                Optional.empty(),
                Secret.NONE,
                Optional.empty());
    }
}
