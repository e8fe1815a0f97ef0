package io.poolwright.server.doors;

import io.poolwright.server.rights.Role;
import io.poolwright.server.rights.Scope;
import java.util.Optional;

/**
 * Who may use a route.
 *
 * @param least the least role; empty when anybody may, signed in or not
 * @param scope the scope that a token needs; empty when no token is accepted
 */
public record Access(Optional<Role> least, Optional<Scope> scope) {
    /** Anybody, signed in or not. */
    public static final Access ANYBODY = new Access(Optional.empty(), Optional.empty());

    /** Somebody with at least this role, in a browser's session only. */
    public static Access session(Role least) {
        return new Access(Optional.of(least), Optional.empty());
    }

    /** Somebody with at least this role, or a token with this scope. */
    public static Access of(Role least, Scope scope) {
        return new Access(Optional.of(least), Optional.of(scope));
    }

    /** Whether a caller may pass; nobody is a caller who has not signed in. */
    boolean admits(Optional<Caller> caller) {
        if (least.isEmpty()) {
            return true;
        }
        return caller.filter(it -> it.user().role().covers(least.get()))
                .filter(it -> it.scopes().isEmpty()
                        || scope.filter(needed -> it.scopes().get().contains(needed))
                                .isPresent())
                .isPresent();
    }
}
