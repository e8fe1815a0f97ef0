package io.poolwright.server.doors;

import io.poolwright.server.state.User;
import io.poolwright.server.state.Users;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Sign-in by name and password. One answer for a wrong name, a wrong password, a shut account and too many tries. */
final class PasswordDoor implements AuthenticationProvider {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordDoor.class);

    /** Characters; longer names are not looked at. */
    private static final int LONGEST_NAME = 64;

    private final Users users;
    private final Passwords passwords;
    private final AttemptLimit limit;

    PasswordDoor(Users users, Passwords passwords, AttemptLimit limit) {
        this.users = users;
        this.passwords = passwords;
        this.limit = limit;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String name = asked.getName().strip().toLowerCase(Locale.ROOT);
        String password = String.valueOf(asked.getCredentials());
        String address = asked.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "unknown";
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw refused();
        }
        String[] keys = {"account:" + name, "address:" + address};
        if (!limit.admits(keys)) {
            LOG.warn("sign-in as {} from {} refused without a look: too many tries", name, address);
            throw refused();
        }
        Optional<User> user = users.named(name);
        Optional<String> hash = user.flatMap(it -> users.passwordHash(it.id()));
        if (!passwords.fits(password, hash) || user.filter(it -> !it.disabled()).isEmpty()) {
            LOG.warn("sign-in as {} from {} failed", name, address);
            throw refused();
        }
        limit.giveBack(keys);
        LOG.info("{} signed in from {}", name, address);
        return UsernamePasswordAuthenticationToken.authenticated(Caller.signedIn(user.get()), "", List.of());
    }

    private static BadCredentialsException refused() {
        return new BadCredentialsException("the name or the password is wrong, or there were too many tries");
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
