package io.poolwright.watch.discover;

import io.poolwright.config.source.Tree;
import io.poolwright.model.stack.Address;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Stack;
import io.poolwright.watch.configured.Services;
import io.poolwright.watch.targets.TargetKind;
import java.util.function.Consumer;

/** PgBouncer's console, which is a database named {@code pgbouncer} at its own port. */
final class PgBouncerFinder implements Finder {
    private static final int USUAL_PORT = 6432;

    @Override
    public void find(Stack stack, Tree tree, Services services, Consumer<Found> found, Consumer<Missed> missed) {
        stack.all(Kind.POOLER, "pgbouncer").forEach(pooler -> {
            Address at =
                    pooler.listens().stream().findFirst().orElseGet(() -> Address.of("*", USUAL_PORT, pooler.origin()));
            String host = at.host().equals("*")
                            || at.host().startsWith("/")
                            || at.host().equals("0.0.0.0")
                    ? "localhost"
                    : at.host();
            found.accept(Found.of(
                            pooler.name(),
                            TargetKind.PGBOUNCER,
                            pooler.name(),
                            "jdbc:postgresql://%s:%d/pgbouncer"
                                    .formatted(host, at.port().orElse(USUAL_PORT)),
                            pooler.origin())
                    .with("user", "pgbouncer")
                    .with("secret_env", "POOLWRIGHT_PGBOUNCER_PASSWORD"));
        });
    }
}
