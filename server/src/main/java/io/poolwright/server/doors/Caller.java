package io.poolwright.server.doors;

import io.poolwright.server.rights.Scope;
import io.poolwright.server.state.User;
import java.util.Optional;
import java.util.Set;

/**
 * Who makes a request.
 *
 * @param scopes what the token may be used for; empty in a browser's session, where the role alone counts
 * @param author what is written beside what the caller does: {@code user:ann}, {@code token:ann/deploy}
 */
public record Caller(User user, Optional<Set<Scope>> scopes, String author) {
    /** Somebody who signed in with a password. */
    static Caller signedIn(User user) {
        return new Caller(user, Optional.empty(), "user:" + user.name());
    }

    /** For templates and logs. */
    @Override
    public String toString() {
        return author;
    }
}
