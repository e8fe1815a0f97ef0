package io.poolwright.drill;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * What a stack is started with.
 *
 * @param runFolder where its configuration and logs stay; made when missing
 * @param balancer which load balancer
 * @param port TCP port for customers; empty for one that is free
 * @param database a PostgreSQL server to use; empty for one of our own
 * @param progress told what is happening, a line at a time
 */
public record StackOptions(
        Path runFolder,
        BalancerKind balancer,
        OptionalInt port,
        Optional<ExternalDatabase> database,
        Consumer<String> progress) {
    public StackOptions {
        Objects.requireNonNull(runFolder, "runFolder");
        Objects.requireNonNull(balancer, "balancer");
        Objects.requireNonNull(port, "port");
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(progress, "progress");
    }

    /** A stack of our own in that folder, that starts in silence. */
    public static StackOptions in(Path runFolder) {
        return new StackOptions(runFolder, BalancerKind.AUTO, OptionalInt.empty(), Optional.empty(), line -> {});
    }

    public StackOptions with(BalancerKind kind) {
        return new StackOptions(runFolder, kind, port, database, progress);
    }

    public StackOptions onPort(int clientPort) {
        return new StackOptions(runFolder, balancer, OptionalInt.of(clientPort), database, progress);
    }

    public StackOptions on(ExternalDatabase server) {
        return new StackOptions(runFolder, balancer, port, Optional.of(server), progress);
    }

    public StackOptions telling(Consumer<String> listener) {
        return new StackOptions(runFolder, balancer, port, database, listener);
    }
}
