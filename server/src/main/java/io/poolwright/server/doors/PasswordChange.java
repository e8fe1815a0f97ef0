package io.poolwright.server.doors;

import io.poolwright.server.state.User;
import io.poolwright.server.state.Users;
import java.util.Optional;

/** Somebody's own change of their password, which ends every session they have. */
public final class PasswordChange {
    private final Users users;
    private final Passwords passwords;
    private final Accounts accounts;
    private final AttemptLimit limit;

    PasswordChange(Users users, Passwords passwords, Accounts accounts, AttemptLimit limit) {
        this.users = users;
        this.passwords = passwords;
        this.accounts = accounts;
        this.limit = limit;
    }

    /** Why it is not done; empty when it is. */
    public Optional<String> of(User user, String current, String wanted) {
        if (!limit.admits("change:" + user.id())) {
            return Optional.of("There were too many tries. Wait a minute.");
        }
        if (!passwords.fits(current, users.passwordHash(user.id()))) {
            return Optional.of("The current password is wrong.");
        }
        if (wanted.equals(current)) {
            return Optional.of("The new password must not be the current one.");
        }
        Optional<String> objection = passwords.objection(wanted, user.name());
        if (objection.isEmpty()) {
            users.setPassword(user.id(), passwords.hash(wanted), false);
            accounts.forget(user.id());
        }
        return objection;
    }
}
