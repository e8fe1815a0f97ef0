package io.poolwright.server.doors;

import io.poolwright.server.state.User;
import io.poolwright.server.state.Users;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** The accounts as they are now, give or take seconds. */
final class Accounts {
    private final Remembered<UUID, User> users;

    Accounts(Users users, Clock clock) {
        this.users = new Remembered<>(users::find, clock);
    }

    /** The account, when there is one and it is open. */
    Optional<User> open(UUID id) {
        return users.get(id).filter(it -> !it.disabled());
    }

    /** Looks again at the next request: the account was changed here. */
    void forget(UUID id) {
        users.forget(id);
    }
}
