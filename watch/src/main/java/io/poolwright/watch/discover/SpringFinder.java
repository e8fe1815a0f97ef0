package io.poolwright.watch.discover;

import io.poolwright.config.source.Tree;
import io.poolwright.model.stack.Address;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Stack;
import io.poolwright.watch.configured.Services;
import io.poolwright.watch.targets.TargetKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A Spring Boot application's metrics page: {@code /actuator/prometheus} at its management port, else at its own.
 *
 * <p>Source: Spring Boot reference, "Monitoring and Management Over HTTP".
 */
final class SpringFinder implements Finder {
    @Override
    public void find(Stack stack, Tree tree, Services services, Consumer<Found> found, Consumer<Missed> missed) {
        stack.all(Kind.APPLICATION, "spring-boot").forEach(application -> {
            Optional<String> port =
                    services.written(application, "management.server.port").or(() -> ownPort(stack, application));
            if (port.isEmpty()) {
                missed.accept(new Missed(
                        application.origin(),
                        "%s: its port is not written here; add a target of kind prometheus by hand"
                                .formatted(application)));
                return;
            }
            String base = services.written(application, "management.endpoints.web.base-path")
                    .orElse("/actuator");
            Found target = Found.of(
                            services.instance(application),
                            TargetKind.PROMETHEUS,
                            services.of(application),
                            "http://%s:%s%s/prometheus".formatted(host(stack, application), port.get(), base),
                            application.origin())
                    .with("instance", services.instance(application));
            found.accept(applicationName(stack, application)
                    .map(name -> target.with("application", name))
                    .orElse(target));
        });
    }

    private static Optional<String> ownPort(Stack stack, Part application) {
        return stack.children(application, Kind.APP_SERVER).stream()
                .flatMap(server -> server.listens().stream())
                .flatMap(address -> address.port().stream())
                .map(String::valueOf)
                .findFirst();
    }

    /** The host by which a balancer calls it; this machine when nobody does. */
    private static String host(Stack stack, Part application) {
        List<Part> servers = stack.children(application, Kind.APP_SERVER);
        return stack.links().stream()
                .filter(link -> servers.stream().anyMatch(server -> server.id().equals(link.to())))
                .map(link -> link.via())
                .map(Address::host)
                .filter(host -> !host.equals("*"))
                .findFirst()
                .orElse("localhost");
    }

    private static Optional<String> applicationName(Stack stack, Part application) {
        return stack.children(application, Kind.POOL).stream()
                .flatMap(pool -> stack.children(pool, Kind.DRIVER).stream())
                .filter(driver -> driver.isDeclared("applicationName"))
                .map(driver -> driver.text("applicationName").get())
                .findFirst();
    }
}
