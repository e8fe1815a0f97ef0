package io.poolwright.server.doors;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** How passwords are hashed, what a new one must be like, and how a one-time password is made. */
public final class Passwords {
    /** Characters; OWASP's guidance for a password without a second factor asks for more than eight. */
    static final int SHORTEST = 12;

    /** Bytes; bcrypt reads no further. */
    static final int LONGEST_BYTES = 72;

    /** Without letters and digits that look alike. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final SecureRandom random = new SecureRandom();
    private final BCryptPasswordEncoder encoder;
    private final String nobody;

    /**
     * Passwords hashed with this work factor.
     *
     * @param strength the logarithm of the rounds: 12 takes about a quarter of a second
     */
    public Passwords(int strength) {
        encoder = new BCryptPasswordEncoder(strength, random);
        // Compared with when there is no such account, so that a wrong name takes as long as a wrong password.
        nobody = "$2a$%02d$abcdefghijklmnopqrstuuGzBgkBm5cxtLiCpcDM1t1dDqNg7GAi2".formatted(strength);
    }

    String hash(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    /** Whether the password fits the hash; without a hash never, and it takes as long. */
    boolean fits(String password, Optional<String> hash) {
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            return false;
        }
        boolean fits = encoder.matches(password, hash.orElse(nobody));
        return fits && hash.isPresent();
    }

    /** Why a new password is not accepted; empty when it is. */
    Optional<String> objection(String password, String name) {
        if (password.length() < SHORTEST) {
            return Optional.of("A password needs at least %d characters.".formatted(SHORTEST));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            return Optional.of("A password may have at most %d bytes.".formatted(LONGEST_BYTES));
        }
        if (password.equalsIgnoreCase(name) || password.chars().distinct().count() < 4) {
            return Optional.of("This password is too easy to guess.");
        }
        return Optional.empty();
    }

    /** Four groups of five: about 99 bits. */
    String oneTime() {
        StringBuilder made = new StringBuilder(23);
        for (int i = 0; i < 20; i++) {
            if (i > 0 && i % 5 == 0) {
                made.append('-');
            }
            made.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return made.toString();
    }
}
