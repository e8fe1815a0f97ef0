package io.poolwright.server.doors;

import io.poolwright.server.state.UnavailableException;
import io.poolwright.server.state.User;
import io.poolwright.server.state.Users;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Accounts as they are now, remembered for seconds: a request need not ask the database, a role that was taken away is gone soon
 * after, and while the database is away whoever is signed in stays so.
 */
final class Accounts {
    static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final Users users;
    private final Clock clock;
    private final ConcurrentHashMap<UUID, Seen> seen = new ConcurrentHashMap<>();

    private record Seen(Optional<User> user, Instant at) {}

    Accounts(Users users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    /** The account, when there is one and it is open. */
    Optional<User> open(UUID id) {
        return look(id).filter(it -> !it.disabled());
    }

    /** Looks again at the next request: the account was changed here. */
    void forget(UUID id) {
        seen.remove(id);
    }

    private Optional<User> look(UUID id) {
        Instant now = clock.instant();
        Seen last = seen.get(id);
        if (last != null && now.isBefore(last.at().plus(REMEMBERED))) {
            return last.user();
        }
        try {
            Seen fresh = new Seen(users.find(id), now);
            seen.put(id, fresh);
            return fresh.user();
        } catch (UnavailableException e) {
            if (last == null) {
                throw e;
            }
            return last.user();
        }
    }
}
