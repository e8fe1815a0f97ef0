package io.poolwright.server.doors;

import io.poolwright.server.rights.Role;
import io.poolwright.server.state.User;
import io.poolwright.server.state.Users;
import java.util.Optional;

/** The account that a new server starts with. Until its one-time password has been changed, each start makes a fresh one. */
public final class FirstAdministrator {
    /** Its name. */
    public static final String NAME = "admin";

    private final Users users;
    private final Passwords passwords;

    /** For a server's start. */
    public FirstAdministrator(Users users, Passwords passwords) {
        this.users = users;
        this.passwords = passwords;
    }

    /**
     * The one-time password to print; empty when the administrator has one of their own.
     *
     * @param reset whether to take away the password that the administrator has, and to open the account
     */
    public Optional<String> oneTimePassword(boolean reset) {
        Optional<User> admin = users.named(NAME);
        if (admin.isPresent() && !admin.get().mustChange() && !reset) {
            return Optional.empty();
        }
        String password = passwords.oneTime();
        if (admin.isPresent()) {
            users.setPassword(admin.get().id(), passwords.hash(password), true);
            users.change(admin.get().id(), Role.ADMIN, false);
        } else {
            users.add(NAME, Role.ADMIN, passwords.hash(password), true);
        }
        return Optional.of(password);
    }
}
