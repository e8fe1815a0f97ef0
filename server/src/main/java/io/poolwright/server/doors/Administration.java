package io.poolwright.server.doors;

import io.poolwright.server.rights.Role;
import io.poolwright.server.state.User;
import io.poolwright.server.state.Users;
import java.util.Optional;
import java.util.UUID;

/** What an administrator does with accounts. Nobody takes away their own rights, so that somebody always has them. */
public final class Administration {
    private final Users users;
    private final Passwords passwords;
    private final Accounts accounts;

    Administration(Users users, Passwords passwords, Accounts accounts) {
        this.users = users;
        this.passwords = passwords;
        this.accounts = accounts;
    }

    /**
     * An account with a password for one sign-in.
     *
     * @param oneTimePassword to be handed on, and kept nowhere
     */
    public record Opened(User user, String oneTimePassword) {}

    /** A new account; empty when the name is taken. */
    public Optional<Opened> open(String name, Role role) {
        String password = passwords.oneTime();
        return users.add(name, role, passwords.hash(password), true).map(it -> new Opened(it, password));
    }

    /** A new password for an account, for one sign-in; empty when there is no such account. */
    public Optional<Opened> resetPassword(UUID id) {
        String password = passwords.oneTime();
        if (!users.setPassword(id, passwords.hash(password), true)) {
            return Optional.empty();
        }
        accounts.forget(id);
        return users.find(id).map(it -> new Opened(it, password));
    }

    /** Another role, and whether the account is shut; empty when there is no such account. */
    public Optional<User> change(UUID id, Role role, boolean disabled) {
        users.change(id, role, disabled);
        accounts.forget(id);
        return users.find(id);
    }
}
