package io.poolwright.server;

import io.poolwright.server.rights.Role;
import io.poolwright.server.rights.Scope;
import io.poolwright.server.state.Alerts;
import io.poolwright.server.state.NewAlert;
import io.poolwright.server.state.Severity;
import io.poolwright.server.state.Users;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A server to be killed. It fires alerts without end, and prints each one after it was acknowledged. */
final class CrashChild {
    private CrashChild() {}

    public static void main(String[] arguments) {
        TestServer server = new TestServer(Path.of(arguments[0]));
        if (server.part(Users.class).named("crash").isEmpty()) {
            server.account("crash", Role.ADMIN);
        }
        System.out.println("TOKEN " + server.token("crash", Scope.READ, Scope.WRITE_CHANGES));
        System.out.println("READY " + server.port());
        Alerts alerts = server.part(Alerts.class);
        while (true) {
            String fingerprint = UUID.randomUUID().toString();
            alerts.fire(new NewAlert(
                    fingerprint, Optional.of("shop"), "pool", "crash", "text", Severity.INFO, Instant.now()));
            System.out.println("ALERT " + fingerprint);
        }
    }
}
