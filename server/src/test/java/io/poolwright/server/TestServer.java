package io.poolwright.server;

import io.poolwright.server.doors.Administration;
import io.poolwright.server.doors.Caller;
import io.poolwright.server.doors.TokenDoor;
import io.poolwright.server.rights.Role;
import io.poolwright.server.rights.Scope;
import io.poolwright.server.state.User;
import io.poolwright.server.state.Users;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A whole server on a port of its own, with accounts made without a browser. */
final class TestServer implements AutoCloseable {
    private final Server.Running running;

    TestServer(Path folder) {
        running = Server.start(ServerSettings.of(Map.of("listen", "127.0.0.1:0", "data", folder.toString()), Map.of()));
    }

    int port() {
        return running.port();
    }

    <T> T part(Class<T> type) {
        return running.part(type);
    }

    Browser browser() {
        return new Browser(port());
    }

    /** An account that has changed its password already; the answer is the password. */
    String account(String name, Role role) {
        Administration.Opened opened =
                part(Administration.class).open(name, role).orElseThrow();
        Users users = part(Users.class);
        String hash = users.passwordHash(opened.user().id()).orElseThrow();
        users.setPassword(opened.user().id(), hash, false);
        return opened.oneTimePassword();
    }

    /** A token of an account. */
    String token(String account, Scope... scopes) {
        User user = part(Users.class).named(account).orElseThrow();
        Caller caller = new Caller(user, Optional.empty(), "test");
        return part(TokenDoor.class)
                .make(caller, "t", Set.of(scopes), Optional.empty())
                .text();
    }

    @Override
    public void close() {
        running.close();
    }
}
